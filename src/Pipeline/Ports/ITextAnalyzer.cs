using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Finds language, sentiment, emotions and intent in one text of a customer. Thread-safe.</summary>
public interface ITextAnalyzer
{
    /// <summary>Analyses a text on its own: the same text and hint always give the same result.</summary>
    /// <param name="text">The masked text: personal data must never reach an analyser.</param>
    /// <param name="languageHint">The language the conversation is probably in (fr, en); null when not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken);
}
