using System.Text.Json;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Sqlite;

namespace Pipeline.EndToEnd;

/// <summary>A message that no stage can read: it holds up nothing, and an administrator looks at it, replays it and purges it.</summary>
public sealed class DeadLetterTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_cannot_be_read_is_listed_shown_replayed_and_purged_by_the_command_line()
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-").FullName;
        await PutUnreadableAsync(folder, "poison-1", "poison-2");
        await using var host = await LocalHostProcess.StartAsync(Cancelled, folder);
        await UntilDeadAsync(host, 2);

        var conversation = await ConversationFile.ReadAsync(
            Path.Combine(AppContext.BaseDirectory, "Data", "conversations.en.jsonl"), Cancelled).FirstAsync(Cancelled);
        await host.SendAsync(
            ReplayScript.Write(conversation, "c-1", TimeProvider.System.GetUtcNow() - conversation.Duration).Take(1), Cancelled);
        await host.TranscriptAsync("c-1", transcript => transcript.Messages.Count == 1, Cancelled);

        var (_, list, _) = await RunAsync(host, "list");
        Assert.Matches("captured.*: 2", list);
        var number = (await LettersAsync(host))[0].GetProperty("number").GetInt64();
        var (shown, one, _) = await RunAsync(host, "show", "captured", $"{number}");
        Assert.Equal(0, shown);
        Assert.Contains("failedAt", one, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", one, StringComparison.Ordinal);
        var (_, replayed, _) = await RunAsync(host, "replay", "captured", "--all");
        Assert.Contains("Replayed 2 of 2.", replayed, StringComparison.Ordinal);
        await UntilDeadAsync(host, 2);
        Assert.DoesNotContain(await LettersAsync(host), letter => letter.GetProperty("number").GetInt64() == number);
        var (_, purged, _) = await RunAsync(host, "purge", "captured", "--all");
        Assert.Contains("Purged 2 of 2.", purged, StringComparison.Ordinal);
        Assert.Empty(await LettersAsync(host));
        var (gone, _, error) = await RunAsync(host, "show", "captured", $"{number}");
        Assert.Equal(1, gone);
        Assert.Contains("The host answered 404", error, StringComparison.Ordinal);
    }

    private static async Task PutUnreadableAsync(string folder, params string[] ids)
    {
        using var data = DataFolder.Open(folder);
        await using var bus = new SqliteBus(data, ConversationFlow.Topology, TimeProvider.System);
        var messages = ids.Select(id => new BusMessage(
            id, "secret words"u8.ToArray(), new Dictionary<string, string>(), "generic~demo~poisoned"));
        await bus.SendAsync(Entities.Captured, [.. messages], Cancelled);
    }

    private static Task UntilDeadAsync(LocalHostProcess host, int count) =>
        host.UntilAsync(async () => (await LettersAsync(host)).Count == count, Cancelled);

    private static async Task<List<JsonElement>> LettersAsync(LocalHostProcess host) =>
        [.. JsonElement.Parse(await host.Http.GetByteArrayAsync("/api/deadletters?source=captured", Cancelled))
            .GetProperty("deadLetters").EnumerateArray()];

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(LocalHostProcess host, params string[] arguments) =>
        HostProgram.RunAsync(
            HostProgram.Training, ["deadletters", .. arguments, "--to", host.Http.BaseAddress!.AbsoluteUri], null, Cancelled);
}
