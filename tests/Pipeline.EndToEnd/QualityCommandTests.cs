using System.Net;
using System.Text;
using System.Text.Json;
using Pipeline.Ports;
using Pipeline.Replay;

namespace Pipeline.EndToEnd;

/// <summary>The commands of a quality team, of a host as a process.</summary>
public sealed class QualityCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Conversations_are_exported_indexed_again_and_their_corrections_become_labelled_messages()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);
        var address = host.Http.BaseAddress!.AbsoluteUri;
        var transcript = await PlayAsync(host);
        var messages = transcript.Messages.Count;
        var key = transcript.Conversation.Key;

        var file = Path.Combine(_folder, "messages.csv");
        var exported = await RunAsync("export", "--to", address, "--rows", "messages", "--out", file);
        var lines = (await File.ReadAllTextAsync(file, Cancelled)).TrimEnd().Split("\r\n");
        Assert.Contains($"{lines.Length - 1} rows written", exported, StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains(key, line, StringComparison.Ordinal));
        Assert.InRange(lines.Length - 1, messages - 2, messages);

        Assert.Contains("Going on behind the last row", await RunAsync("export", "--to", address, "--rows", "messages", "--out", file), StringComparison.Ordinal);
        Assert.Equal(lines, (await File.ReadAllTextAsync(file, Cancelled)).TrimEnd().Split("\r\n"));

        Assert.Contains("1 indexed, 0 removed, 0 failed. Done.", await RunAsync("reindex", "--to", address), StringComparison.Ordinal);

        var said = transcript.Messages.First(message => message.Analysis is not null);
        await CorrectAsync(host, key, said.Id);
        var labelled = Path.Combine(_folder, "corrections", "corrected.jsonl");
        await host.UntilAsync(
            async () => (await RunAsync("corrections", "--to", address, "--out", labelled)).Contains("1 corrected messages", StringComparison.Ordinal), Cancelled);
        var line = JsonElement.Parse(Assert.Single(await File.ReadAllLinesAsync(labelled, Cancelled)));
        Assert.Equal(said.Text, line.GetProperty("text").GetString());
    }

    private static async Task<ConversationTranscript> PlayAsync(LocalHostProcess host)
    {
        var conversation = await ConversationFile.ReadAsync(
            Path.Combine(AppContext.BaseDirectory, "Data", "conversations.fr.jsonl"), Cancelled).FirstAsync(Cancelled);
        await host.SendAsync(ReplayScript.Write(conversation, "c-1", TimeProvider.System.GetUtcNow() - conversation.Duration), Cancelled);
        var transcript = await host.TranscriptAsync("c-1", read => read.State.Closed, Cancelled);

        // The index is written after the conversation.
        await host.UntilAsync(async () =>
            (await host.Http.GetStringAsync("/api/transcripts?open=false", Cancelled)).Contains("c-1", StringComparison.Ordinal), Cancelled);
        return transcript;
    }

    private static async Task CorrectAsync(LocalHostProcess host, string key, string messageId)
    {
        using var body = new StringContent(
            JsonSerializer.Serialize(new { messageId, cause = "other", sentiment = "Positive", emotion = "Joy" }), Encoding.UTF8, "application/json");
        using var answer = await host.Http.PostAsync($"/api/conversations/{Uri.EscapeDataString(key)}/corrections?as=lea", body, Cancelled);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await HostProgram.RunAsync(HostProgram.Training, arguments, null, Cancelled);
        Assert.True(exitCode == 0, $"{output}\n{error}");
        return output;
    }
}
