using System.Globalization;
using System.Net;
using System.Text.Json;
using Pipeline.Capture;
using Pipeline.Web.Access;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>
/// Damaged requests against the host as a process: nothing may bring it down, make it answer 5xx, hang, or leave a dead letter. A few
/// thousand always; 200,000 with PIPELINE_FULL=1. PIPELINE_FUZZ_SEED takes another seed, PIPELINE_FUZZ_FIRST and PIPELINE_FUZZ_COUNT the
/// numbers of what is sent, as a finding names them.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Quick = 4000;
    private const int Full = 200_000;
    private const int DefaultSeed = 20260304;

    // A host that holds on to what is sent to it is far beyond this after 200,000 requests.
    private const long MaxPeakMiB = 600;
    private const int MaxShown = 20;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_platform_there_is_is_fuzzed_with_webhooks_of_its_own()
    {
        Assert.Equal(
            PlatformCatalog.Platforms.Select(platform => platform.Name), FuzzedPlatform.All.Select(platform => platform.Name).Order());
        Assert.All(FuzzedPlatform.All, platform => Assert.True(platform.Bodies.Count > 5, platform.Name));
    }

    [Fact]
    public void A_case_is_a_function_of_its_seed_and_number()
    {
        string[] keys = ["a", "b"];
        var first = Enumerable.Range(0, 300).Select(number => FuzzCases.Make(1, number, keys)).ToList();
        var again = Enumerable.Range(0, 300).Select(number => FuzzCases.Make(1, number, keys)).ToList();
        Assert.Equal(first.Select(made => made.Damage), again.Select(made => made.Damage));
        Assert.Equal(first.Select(made => made.Request.Body), again.Select(made => made.Request.Body));
        Assert.NotEqual(first.Select(made => made.Damage), Enumerable.Range(0, 300).Select(number => FuzzCases.Make(2, number, keys).Damage));
    }

    [Fact]
    public async Task Nothing_that_is_sent_brings_the_host_down_or_is_answered_5xx_or_becomes_a_dead_letter()
    {
        string[] keys = [AccessKeys.New(), AccessKeys.New(), AccessKeys.New()];
        await using var host = await LocalHostProcess.StartAsync(Cancelled, environment: Settings(keys));
        var run = new FuzzRun(IPEndPoint.Parse(host.Http.BaseAddress!.Authority), Number("PIPELINE_FUZZ_SEED", DefaultSeed), keys);
        var full = Environment.GetEnvironmentVariable("PIPELINE_FULL") == "1";
        await run.SendAsync(Number("PIPELINE_FUZZ_FIRST", 0), Number("PIPELINE_FUZZ_COUNT", full ? Full : Quick), Cancelled);
        host.Http.DefaultRequestHeaders.Add("X-Api-Key", keys[^1]);
        var deadLetters = await SettledAsync(host);

        var peak = host.PeakMemoryMiB;
        output.WriteLine(run.Report.Text(peak));
        string[] failures = [.. host.Output.Split('\n').Where(line => line.Contains("fail: ", StringComparison.Ordinal))];
        output.WriteLine(string.Join('\n', [.. failures.Take(MaxShown), .. deadLetters]));
        string[] warnings = [.. host.Output.Split('\n').Where(line => line.Contains("warn: ", StringComparison.Ordinal)
            && line.Contains("failed on message", StringComparison.Ordinal))];
        output.WriteLine(string.Join('\n', warnings.Take(MaxShown)));
        Assert.Empty(run.Report.Findings);
        Assert.Empty(deadLetters);
        Assert.Empty(failures);
        Assert.DoesNotContain(host.Output.Split('\n'), line => line.Contains("DeadLetters of", StringComparison.Ordinal)
            && !line.Contains(": 0, by", StringComparison.Ordinal));
        Assert.True(run.Report.Webhooks.Accepted > run.Report.Webhooks.Verified / 4, run.Report.Text(peak));
        Assert.InRange(peak ?? 0, 0, MaxPeakMiB);
    }

    private static Dictionary<string, string> Settings(string[] keys)
    {
        var settings = FuzzedPlatform.Settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        foreach (var (index, role) in AccessKeys.RoleNames.Index())
        {
            settings[$"Access__Keys__{index}__Name"] = role;
            settings[$"Access__Keys__{index}__Role"] = role;
            settings[$"Access__Keys__{index}__Hash"] = AccessKeys.HashOf(keys[index]);
        }

        // Whoever is sent away for asking too often never gets to the endpoint.
        settings["Access__RequestsPerSecond"] = "100000";
        settings["Access__Burst"] = "1000000";

        // Some requests are good orders to purge or replay: a dead letter that they made go away again is told of here.
        settings["Logging__LogLevel__Pipeline.Web.Endpoints.DeadLettersEndpoint"] = "Information";
        return settings;
    }

    /// <summary>Waits until nothing is under way any more.</summary>
    /// <returns>The dead letters, a line each.</returns>
    private static async Task<List<string>> SettledAsync(LocalHostProcess host)
    {
        List<JsonElement> queues = [];
        await host.UntilAsync(async () =>
        {
            var health = JsonElement.Parse(await host.Http.GetByteArrayAsync("/api/health", Cancelled));
            queues = [.. health.GetProperty("queues").EnumerateArray()];
            return queues.TrueForAll(queue => queue.GetProperty("active").GetInt64() == 0);
        }, Cancelled);
        var letters = new List<string>();
        foreach (var queue in queues.Where(queue => queue.GetProperty("deadLettered").GetInt64() > 0))
        {
            var source = queue.GetProperty("source").GetString()!;
            letters.Add(await host.Http.GetStringAsync($"/api/deadletters?source={source}", Cancelled));
        }

        return letters;
    }

    private static int Number(string variable, int otherwise) => Environment.GetEnvironmentVariable(variable) is { } number
        ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)
        : otherwise;
}
