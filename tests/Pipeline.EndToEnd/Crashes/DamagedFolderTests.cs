using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;

namespace Pipeline.EndToEnd.Crashes;

/// <summary>What the host does on a data folder that can't be used as it is.</summary>
[Collection(CrashCollection.Name)]
public sealed class DamagedFolderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_kill_a_damaged_end_of_the_log_is_left_out_and_reported_and_the_host_goes_on()
    {
        var conversation = await ConversationAsync();
        await using var killed = await KilledAsync(conversation);
        await DamageAsync(killed, "tables.db-wal", log => log[^100] ^= 0xFF);

        await using var host = await LocalHostProcess.StartAsync(Cancelled, killed.DataFolder);

        await host.UntilAsync(() => Task.FromResult(host.Output.Contains("Warning: ", StringComparison.Ordinal)), Cancelled);
        Assert.Contains("tables.db-wal: its last 1 transaction(s) could not be read", host.Output, StringComparison.Ordinal);

        var transcript = await host.TranscriptAsync("c-1", _ => true, Cancelled);
        Assert.NotEmpty(transcript.Messages);
        await host.SendAsync(Script(conversation, "c-2"), Cancelled);
        await host.TranscriptAsync("c-2", IsComplete(conversation), Cancelled);
    }

    [Theory]
    [InlineData("bus.db")]
    [InlineData("tables.db")]
    public async Task A_damaged_database_is_refused_in_one_line(string name)
    {
        await using var killed = await KilledAsync(await ConversationAsync());
        await using (var clean = await LocalHostProcess.StartAsync(Cancelled, killed.DataFolder))
        {
            await clean.TerminateAsync(Cancelled);
            await DamageAsync(clean, name, bytes => bytes.AsSpan(8192).Fill(0xEE));

            var (exitCode, _, error) = await RunAsync(clean.DataFolder);

            Assert.Equal(2, exitCode);
            Assert.Contains($"{name} is damaged. Restore it from a backup", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_on_a_write_protected_disk_is_refused_in_one_line()
    {
        await using var disk = await SmallDisk.TryMountAsync(mebibytes: 8);
        Assert.SkipWhen(disk is null, "A disk of its own can be mounted by root on Linux only.");
        var folder = Directory.CreateDirectory(Path.Combine(disk.Path, "data")).FullName;
        Assert.SkipUnless(await disk.ProtectAsync(), "The disk could not be write-protected.");

        var (exitCode, _, error) = await RunAsync(folder);

        Assert.Equal(2, exitCode);
        Assert.Contains(folder, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(string folder) =>
        HostProgram.RunAsync(HostProgram.Local, ["--data", folder, "--urls", "http://127.0.0.1:0"], null, Cancelled);

    private static async Task<RecordedConversation> ConversationAsync() => await ConversationFile
        .ReadAsync(Path.Combine(AppContext.BaseDirectory, "Data", "conversations.en.jsonl"), Cancelled)
        .FirstAsync(Cancelled);

    private static IReadOnlyList<ReplayedEvent> Script(RecordedConversation conversation, string id) =>
        ReplayScript.Write(conversation, id, TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1));

    private static Func<ConversationTranscript, bool> IsComplete(RecordedConversation conversation) => transcript =>
        transcript.Messages.Count(message => message.Kind == MessageKind.Message) == conversation.Turns.Count;

    /// <summary>A host that took a conversation and was killed.</summary>
    private static async Task<LocalHostProcess> KilledAsync(RecordedConversation conversation)
    {
        var host = await LocalHostProcess.StartAsync(Cancelled);
        await host.SendAsync(Script(conversation, "c-1"), Cancelled);
        await host.TranscriptAsync("c-1", IsComplete(conversation), Cancelled);

        // While something is being written the log ends in what nobody would miss.
        await CrashRun.DrainAsync(host, Cancelled);
        await host.CrashAsync(Cancelled);
        return host;
    }

    private static async Task DamageAsync(LocalHostProcess host, string name, Action<byte[]> how)
    {
        var path = Path.Combine(host.DataFolder, name);
        var bytes = await File.ReadAllBytesAsync(path, Cancelled);
        how(bytes);
        await File.WriteAllBytesAsync(path, bytes, Cancelled);
    }
}
