using Pipeline.Training;

namespace Pipeline.Tests.Training.Evaluation;

// It shows a table on the one console there is.
[Collection("Console")]
public sealed class GlanceCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    private string Archive => Path.Combine(_folder, "archive.jsonl");

    private string Told => Path.Combine(_folder, "told.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_message_of_an_archive_has_its_sentiment_in_its_line()
    {
        await WriteAsync("""{"text":"merci beaucoup, c'est parfait !"}""", """{"text":"still broken, this is ridiculous","id":7}""");

        Assert.Equal(0, await TrainingCommand.RunAsync(["glance", Archive, "--out", Told]));
        Assert.Equal(["positive", "negative"], await File.ReadAllLinesAsync(Told, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"message":"merci"}""")]
    [InlineData("merci")]
    [InlineData("[1]")]
    public async Task A_line_without_text_is_refused(string line)
    {
        await WriteAsync("""{"text":"merci"}""", line);
        Assert.Equal(TrainingCommand.Refused, await TrainingCommand.RunAsync(["glance", Archive]));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused() =>
        Assert.Equal(TrainingCommand.Refused, await TrainingCommand.RunAsync(["glance", Archive]));

    private Task WriteAsync(params string[] lines) => File.WriteAllLinesAsync(Archive, lines, TestContext.Current.CancellationToken);
}
