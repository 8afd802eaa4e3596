using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>
/// Finds language, sentiment, emotions and intent in one text of a customer. Thread-safe. It may be slow or fail: whoever scores guards it
/// (<c>Scoring.Fallback</c>), so an adapter need not try again by itself.
/// </summary>
public interface ITextAnalyzer
{
    /// <summary>Analyses a text on its own: the same text and hint always give the same result.</summary>
    /// <param name="text">The masked text: personal data must never reach an analyser.</param>
    /// <param name="languageHint">The language the conversation is probably in (fr, en); null when not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AnalyzerBusyException">The service asks to be left alone for a while.</exception>
    ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken);
}
