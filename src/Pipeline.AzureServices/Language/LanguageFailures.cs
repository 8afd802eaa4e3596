using System.Globalization;
using Azure;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Language;

/// <summary>What a refusal of the service means.</summary>
internal static class LanguageFailures
{
    /// <summary>
    /// The service asks to be left alone: too many requests (429), unavailable (503), or a free resource that has used up its month (403 with a
    /// Retry-After of days). Null when it is another failure. Whoever rests caps the time.
    /// </summary>
    public static AnalyzerBusyException? Busy(RequestFailedException failure, DateTimeOffset now)
    {
        var wanted = RetryAfter(failure.GetRawResponse(), now);

        // The message of the failure itself stays inside: the service may quote the text in it.
        return failure.Status is 429 or 503 || (failure.Status == 403 && wanted is not null)
            ? new AnalyzerBusyException($"Azure AI Language answered {failure.Status} {failure.ErrorCode}.", wanted, failure)
            : null;
    }

    /// <summary>How long an answer asks to wait: seconds or a date (RFC 9110, section 10.2.3), never less than nothing; null when it does not say.</summary>
    private static TimeSpan? RetryAfter(Response? response, DateTimeOffset now)
    {
        if (response is null || !response.Headers.TryGetValue("Retry-After", out var value))
        {
            return null;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? (date > now ? date - now : TimeSpan.Zero)
            : null;
    }
}
