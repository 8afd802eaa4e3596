using System.Globalization;
using System.Net;
using System.Text.Json;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;
using Pipeline.Replay;

namespace Pipeline.EndToEnd.Crashes;

[Collection(CrashCollection.Name)]
public sealed class FullDiskTests
{
    private const int DiskMebibytes = 100;
    private const int FreeMebibytes = 2;
    private const int Refusals = 30;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_disk_is_full_webhooks_are_asked_for_later_and_once_there_is_room_nothing_is_missing()
    {
        await using var disk = await SmallDisk.TryMountAsync(DiskMebibytes);
        Assert.SkipWhen(disk is null, "A disk of its own can be mounted by root on Linux only.");
        var folder = Path.Combine(disk.Path, "data");
        var load = await CrashLoad.MakeAsync(copies: 2, TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(2), Cancelled);
        await using var host = await LocalHostProcess.StartAsync(Cancelled, folder);

        // Once it has started: what it writes for itself at first is not what is tried here.
        await disk.FillAsync(FreeMebibytes, Cancelled);
        var refused = new List<ReplayedEvent>();

        // Goes on for a while after the first refusal: what is smaller may still be taken, and nothing must be half done.
        foreach (var webhook in load.Conversations.SelectMany(conversation => conversation.Webhooks))
        {
            if (refused.Count >= Refusals || !await IsTakenAsync(host, webhook))
            {
                refused.Add(webhook);
            }
        }

        Assert.True(refused.Count > Refusals, "The disk was never full.");
        disk.Free();
        await host.UntilAsync(() => IsTakenAsync(host, refused[0]), Cancelled);
        await Parallel.ForEachAsync(
            refused.Skip(1),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled },
            async (webhook, _) => Assert.True(await IsTakenAsync(host, webhook)));
        await CrashRun.DrainAsync(host, Cancelled);
        await host.TerminateAsync(Cancelled);
        var tables = await StoredTables.ReadAsync(folder, load, Cancelled);
        Assert.All(load.Conversations, conversation =>
            Assert.Equal(conversation.Webhooks.Count, tables.MessageIds[conversation.Key].Count()));
    }

    /// <summary>Sends it once. Whatever is not taken must be asked for again later, in the form that the API promises.</summary>
    private static async Task<bool> IsTakenAsync(LocalHostProcess host, ReplayedEvent webhook)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/generic/demo")
        {
            Content = new ReadOnlyMemoryContent(webhook.Body) { Headers = { ContentType = new("application/json") } },
            Headers =
            {
                { GenericPlatform.IdHeader, webhook.WebhookId },
                { GenericPlatform.TimestampHeader, timestamp },
                {
                    GenericPlatform.SignatureHeader,
                    WebhookSigner.Sign(GenericPlatform.Scheme, host.Secret, webhook.WebhookId, timestamp, webhook.Body.Span)
                },
            },
        };
        using var answer = await host.Http.SendAsync(request, Cancelled);
        if (answer.IsSuccessStatusCode)
        {
            return true;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.EndsWith("storage-unavailable", problem.RootElement.GetProperty("type").GetString(), StringComparison.Ordinal);
        return false;
    }
}
