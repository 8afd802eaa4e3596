using Pipeline.Ports;
using Xunit;

namespace Pipeline.Contracts;

/// <summary>What the contracts of the tables share.</summary>
public abstract class TableTestBase : IAsyncLifetime
{
    protected const string Table = "Things";
    protected const string Partition = "partition";

    private TablesFixture _fixture = null!;

    protected ITables Tables => _fixture.Tables;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _fixture.CleanUp();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes empty tables: the one thing an adapter writes.</summary>
    protected abstract ValueTask<TablesFixture> StartAsync();

    protected static TableRow Row(string rowKey, params (string Name, object Value)[] properties) => new(
        Partition, rowKey, properties.ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal));

    protected Task<IReadOnlyList<string?>> ApplyAsync(params TableChange[] changes) => Tables.ApplyAsync(Table, Partition, changes, Token);

    protected async Task<string> InsertAsync(TableRow row) => Assert.Single(await ApplyAsync(new TableChange.Insert(row)))!;

    protected Task<TableRow?> ReadAsync(string rowKey) => Tables.ReadAsync(Table, Partition, rowKey, Token);

    /// <summary>Reads all pages of a query.</summary>
    protected async Task<string[]> QueryKeysAsync(TableQuery query)
    {
        List<string> keys = [];
        do
        {
            var page = await Tables.QueryAsync(Table, query, Token);
            keys.AddRange(page.Rows.Select(row => row.RowKey));
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);
        return [.. keys];
    }
}
