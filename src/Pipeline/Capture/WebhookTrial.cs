using System.Globalization;
using Pipeline.Capture.Reading;

namespace Pipeline.Capture;

/// <summary>
/// Reads a captured webhook as if it came in, for whoever connects a platform: nothing is sent, counted or logged. It tells more than a caller
/// is told, so only administrators may ask.
/// </summary>
public sealed class WebhookTrial(IEnumerable<IPlatformInlet> inlets, PlatformAccounts accounts, TimeProvider clock)
{
    private const string Stale = "timestamp-stale";
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>Reads a POST.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="account">The account, as configured.</param>
    /// <param name="request">The request as it was captured.</param>
    /// <param name="at">When it is taken to have come in; null for now.</param>
    /// <returns>What it came to; null when no such account is configured.</returns>
    public TrialVerdict? Read(string platform, string account, WebhookRequest request, DateTimeOffset? at)
    {
        if (Find(platform, account) is not var (inlet, configured))
        {
            return null;
        }

        var time = at ?? clock.GetUtcNow();
        var reading = inlet.Read(request, configured, time);
        if (reading is not WebhookReading.Refused { Problem: { Code: Stale, Field: { } header } stale }
            || SentAt(request.Header(header)) is not { } sent
            || inlet.Read(request, configured, sent) is not { } onTime || Unproven(onTime) is not null)
        {
            return new TrialVerdict(Unproven(reading) is null, false, Unproven(reading), reading);
        }

        return new TrialVerdict(false, true, stale, onTime);
    }

    /// <summary>Reads a GET or an OPTIONS.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="account">The account, as configured.</param>
    /// <param name="greeting">The request as it was captured.</param>
    /// <returns>What it came to; null when no such account is configured.</returns>
    public TrialVerdict? Greet(string platform, string account, WebhookGreeting greeting)
    {
        if (Find(platform, account) is not var (inlet, configured))
        {
            return null;
        }

        var reading = inlet.Greet(greeting, configured);
        return new TrialVerdict(reading is not WebhookReading.Refused, false, Unproven(reading), reading);
    }

    private (IPlatformInlet Inlet, PlatformAccount Account)? Find(string platform, string account) =>
        inlets.FirstOrDefault(inlet => inlet.Platform == platform) is { } inlet && accounts.Find(platform, account) is { } configured
            ? (inlet, configured)
            : null;

    private static WebhookProblem? Unproven(WebhookReading reading) =>
        reading is WebhookReading.Refused { Problem: { IsUnproven: true } problem } ? problem : null;

    // The header was read by the verifier before; here only its unit is not known.
    private static DateTimeOffset? SentAt(string? timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return timestamp is null ? null : BodyTime.ParseIso(timestamp);
        }

        var milliseconds = number >= FirstMilliseconds ? number : number * 1000;
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}

/// <summary>What a captured webhook came to.</summary>
/// <param name="Verifies">Whether it proves that it comes from the platform, at the time it is taken to have come in.</param>
/// <param name="OnlyTooOld">Whether all but its time is right: signed by a secret of the account, too long before, or in the future.</param>
/// <param name="Unproven">Why it does not verify; null when it does.</param>
/// <param name="Reading">How it is understood; where only its time is wrong, as if that were right.</param>
public sealed record TrialVerdict(bool Verifies, bool OnlyTooOld, WebhookProblem? Unproven, WebhookReading Reading);
