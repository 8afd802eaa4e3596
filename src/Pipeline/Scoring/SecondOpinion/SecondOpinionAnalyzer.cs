using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.Fallback;

namespace Pipeline.Scoring.SecondOpinion;

/// <summary>
/// Analyses with the local analyser, and asks a paid service only where that one is unsure and the hour's budget allows it. The service
/// decides sentiment and valence, and nothing else: it gives no emotions, and everything else stays as the local analyser found it. A service
/// that fails, is slow or rests (<see cref="GuardedAnalyzer"/>) leaves the local analysis as it is, marked as degraded.
/// </summary>
public sealed class SecondOpinionAnalyzer(
    GuardedAnalyzer service,
    CareAnalyzer local,
    ISentimentConfidence confidence,
    IOptions<SecondOpinionOptions> options,
    TimeProvider clock)
{
    private readonly double _askBelow = options.Value.AskBelow;
    private readonly int _features = options.Value.FindPersonalData ? 2 : 1;
    private readonly HourlyBudget _budget = new(options.Value.RecordsPerHour, clock);

    /// <summary>Analyses a text; never throws but for a cancellation by the caller.</summary>
    /// <param name="text">The masked text.</param>
    /// <param name="languageHint">The language the conversation is probably in (fr, en); null when not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken)
    {
        var first = local.Analyze(text, languageHint);
        var language = first.Language == "und" ? languageHint : first.Language;
        if (confidence.Of(first, text) >= _askBelow)
        {
            SecondOpinionTelemetry.Message("sure");
            return first;
        }

        if (language is not ("fr" or "en"))
        {
            SecondOpinionTelemetry.Message("foreign");
            return first;
        }

        // A service that rests is not asked, so it costs nothing; the guard counts the message as degraded.
        if (!service.Rests)
        {
            var records = _features * TextRecords.Of(text);
            if (!_budget.TryTake(records))
            {
                SecondOpinionTelemetry.Message("refused");
                return first;
            }

            SecondOpinionTelemetry.Message("asked");
            SecondOpinionTelemetry.Records(records);
        }

        var answer = await service.AnalyzeAsync(text, language, cancellationToken);
        if (answer.Degraded)
        {
            SecondOpinionTelemetry.Answer("none");
            return first with { Degraded = true };
        }

        SecondOpinionTelemetry.Answer(answer.Sentiment == first.Sentiment ? "confirmed" : "changed");
        return Merge(first, answer);
    }

    /// <summary>The local analysis with what the service decided. Where both agree, the local valence and its words stand.</summary>
    public static TextAnalysis Merge(TextAnalysis first, TextAnalysis answer)
    {
        var scored = first with { Scorer = $"{first.Scorer}+{answer.Scorer}", LeftPersonalData = answer.LeftPersonalData };
        return answer.Sentiment == first.Sentiment
            ? scored
            : scored with
            {
                Sentiment = answer.Sentiment,
                SentimentConfidence = answer.SentimentConfidence,
                Valence = answer.Valence,
                Evidence = answer.Evidence.Count > 0 ? answer.Evidence : first.Evidence,
            };
    }
}
