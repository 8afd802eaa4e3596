using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Sqlite;

namespace Pipeline.Tests.Sqlite;

public sealed class DataFolderTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_folder_that_is_not_there_is_made()
    {
        var path = Path.Combine(_scratch.Path, "new", "deep");
        using var folder = DataFolder.Open(path);
        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public void A_folder_in_use_is_refused_until_it_is_given_free()
    {
        var first = DataFolder.Open(_scratch.Path);
        var exception = Assert.Throws<DataFolderException>(() => DataFolder.Open(_scratch.Path));
        Assert.Contains("in use by another process", exception.Message, StringComparison.Ordinal);
        Assert.Contains(_scratch.Path, exception.Message, StringComparison.Ordinal);
        first.Dispose();
        DataFolder.Open(_scratch.Path).Dispose();
    }

    [Fact]
    public void A_path_that_is_a_file_is_refused()
    {
        var path = Path.Combine(_scratch.Path, "file");
        File.WriteAllText(path, "");
        var exception = Assert.Throws<DataFolderException>(() => DataFolder.Open(path));
        Assert.Contains("cannot be written", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_refused()
    {
        // Access is denied even to root where a folder stands in the way of a file.
        Directory.CreateDirectory(Path.Combine(_scratch.Path, "in-use.lock"));
        var exception = Assert.Throws<DataFolderException>(() => DataFolder.Open(_scratch.Path));
        Assert.IsType<UnauthorizedAccessException>(exception.InnerException);
        Assert.Contains("cannot be written", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bus.db", 1)]
    [InlineData("tables.db", 2)]
    public async Task A_file_of_another_version_is_refused_and_left_alone(string file, int version)
    {
        await OpenAndCloseAsync();
        Execute(file, "PRAGMA user_version = 99");
        var exception = await Assert.ThrowsAsync<DataFolderException>(OpenAndCloseAsync);
        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
        Assert.Contains("version 99", exception.Message, StringComparison.Ordinal);
        Execute(file, $"PRAGMA user_version = {version}");
        await OpenAndCloseAsync();
    }

    [Fact]
    public async Task Tables_of_the_version_before_are_brought_to_this_one()
    {
        await OpenAndCloseAsync();
        Execute("tables.db", "DROP TABLE change; PRAGMA user_version = 1");
        await OpenAndCloseAsync();
        await OpenAndCloseAsync();
    }

    [Theory]
    [InlineData("bus.db")]
    [InlineData("tables.db")]
    public async Task A_database_of_another_program_is_refused(string file)
    {
        Execute(file, "CREATE TABLE theirs (x)");
        var exception = await Assert.ThrowsAsync<DataFolderException>(OpenAndCloseAsync);
        Assert.Contains($"{file} is a database of another program", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bus.db")]
    [InlineData("tables.db")]
    public async Task A_file_that_is_no_database_is_refused(string file)
    {
        var minutes = string.Join('\n', Enumerable.Repeat("minutes of a meeting", 100));
        await File.WriteAllTextAsync(Path.Combine(_scratch.Path, file), minutes, TestContext.Current.CancellationToken);
        var exception = await Assert.ThrowsAsync<DataFolderException>(OpenAndCloseAsync);
        Assert.Contains($"{file} is not a SQLite database", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_leaves_the_folder_free()
    {
        Execute("bus.db", "CREATE TABLE theirs (x)");
        await Assert.ThrowsAsync<DataFolderException>(OpenAndCloseAsync);
        File.Delete(Path.Combine(_scratch.Path, "bus.db"));
        await OpenAndCloseAsync();
    }

    [Fact]
    public async Task Closing_leaves_one_file_for_the_bus_and_one_for_the_tables()
    {
        await OpenAndCloseAsync();
        Assert.Equal(
            ["bus.db", "in-use.lock", "tables.db"], Directory.EnumerateFiles(_scratch.Path).Select(Path.GetFileName).Order());
    }

    private async Task OpenAndCloseAsync()
    {
        await using var services = new ServiceCollection().AddSqlite(_scratch.Path, ContractTopology.Topology).BuildServiceProvider();
        Assert.Same(services.GetRequiredService<IBus>(), services.GetRequiredService<IBusReceiver>());
        await services.GetRequiredService<ITables>().ReadAsync("Things", "partition", "row", TestContext.Current.CancellationToken);
    }

    private void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_scratch.Path, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
