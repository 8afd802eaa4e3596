using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Sqlite;
using Pipeline.Transcripts;

namespace Pipeline.EndToEnd;

/// <summary>History is scored again: of a host that runs, and of the data folder that it left.</summary>
public sealed class RescoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Changes => Path.Combine(_folder, "changes.ndjson");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_same_model_changes_nothing_and_what_another_one_scored_is_told_exactly()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);
        var conversation = await ConversationFile.ReadAsync(
            Path.Combine(AppContext.BaseDirectory, "Data", "conversations.fr.jsonl"), Cancelled).FirstAsync(Cancelled);
        var started = TimeProvider.System.GetUtcNow() - conversation.Duration;
        await host.SendAsync(ReplayScript.Write(conversation, "c-1", started), Cancelled);
        var transcript = await host.TranscriptAsync("c-1", read => read.State.Closed, Cancelled);
        var scored = transcript.Messages.Count(message => message.Analysis is not null);
        var day = started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // The index is written after the conversation.
        await host.UntilAsync(async () =>
            (await host.Http.GetStringAsync($"/api/transcripts?day={day}", Cancelled)).Contains("c-1", StringComparison.Ordinal), Cancelled);

        var same = await ReportAsync("--to", host.Http.BaseAddress!.AbsoluteUri);
        Assert.Equal((scored, scored, 0), Counts(same));

        var (heldCode, _, held) = await RunAsync("--data", host.DataFolder);
        Assert.Equal(2, heldCode);
        Assert.Contains("is asked by --to", held, StringComparison.Ordinal);

        await host.CrashAsync(Cancelled);
        var message = transcript.Messages.First(message => message.Analysis is not null);
        await PlantAsync(host.DataFolder, transcript.Conversation.Key, message.Id);
        var planted = await ReportAsync("--data", host.DataFolder, "--out", Changes);
        Assert.Equal((scored, scored - 1, 1), Counts(planted));
        Assert.Equal("Joy", planted.GetProperty("fields").GetProperty("emotion")[0].GetProperty("from").GetString());

        var lines = (await File.ReadAllLinesAsync(Changes, Cancelled)).Select(line => JsonElement.Parse(line)).ToList();
        var change = Assert.Single(lines, line => line.GetProperty("line").GetString() == "message");
        Assert.Equal(message.Id, change.GetProperty("message").GetString());
        Assert.Equal("old/1", change.GetProperty("stored").GetProperty("scorer").GetString());
        Assert.DoesNotContain(message.Text, await File.ReadAllTextAsync(Changes, Cancelled), StringComparison.Ordinal);

        var resumed = await ReportAsync("--data", host.DataFolder, "--out", Changes, "--resume");
        Assert.Equal(planted.GetRawText(), resumed.GetRawText());
    }

    [Theory]
    [InlineData("rescore", "either --to or --data")]
    [InlineData("rescore --to http://127.0.0.1:1 --data .", "either --to or --data")]
    [InlineData("rescore --to nowhere", "--to takes an address")]
    [InlineData("rescore --data nowhere", "is no data folder")]
    [InlineData("rescore --to http://127.0.0.1:1 --since yesterday", "--since takes a day")]
    [InlineData("rescore --to http://127.0.0.1:1 --since 2026-03-02 --until 2026-03-01", "--since is after --until")]
    [InlineData("rescore --to http://127.0.0.1:1 --model nowhere.model", "nowhere.model")]
    [InlineData("rescore --to http://127.0.0.1:1 --tolerance much", "--tolerance takes a number")]
    [InlineData("rescore --to http://127.0.0.1:1 --resume", "--resume needs --out")]
    public async Task Wrong_use_is_refused_in_one_line(string arguments, string what)
    {
        var (exitCode, _, error) = await HostProgram.RunAsync(HostProgram.Training, arguments.Split(' '), null, Cancelled);

        Assert.Equal(2, exitCode);
        Assert.Contains(what, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_there_fails_the_command_in_one_line()
    {
        var (exitCode, _, error) = await RunAsync("--to", $"http://127.0.0.1:{FreePort.Find()}");

        Assert.Equal(1, exitCode);
        Assert.Contains("cannot be asked", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task PlantAsync(string folder, string key, string messageId)
    {
        using var data = DataFolder.Open(folder);
        await using var tables = new SqliteTables(data);
        var rows = tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(key, ConversationRowKeys.MessagePrefix), Cancelled);
        var stored = MessageRow.Read(await rows.FirstAsync(row => row.Text("MessageId") == messageId, Cancelled));
        var other = stored with { Analysis = stored.Analysis! with { Emotions = [new(Emotion.Joy, 1)], Scorer = "old/1" } };
        await tables.ApplyAsync(TableNames.Conversations, key, [new TableChange.Upsert(MessageRow.From(other))], Cancelled);
    }

    private static (int Messages, int Identical, int Changed) Counts(JsonElement report) => (
        report.GetProperty("messages").GetInt32(), report.GetProperty("identical").GetInt32(), report.GetProperty("changed").GetInt32());

    private static async Task<JsonElement> ReportAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync([.. arguments, "--json"]);
        Assert.True(exitCode == 0, error);
        return JsonElement.Parse(output.TrimEnd().Split('\n')[^1]);
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        HostProgram.RunAsync(HostProgram.Training, ["rescore", .. arguments], null, Cancelled);
}
