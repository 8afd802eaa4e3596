using System.Text;
using Pipeline.Messages;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Scoring.SecondOpinion;

/// <summary>Masks what an analyser still saw of personal data in a masked text.</summary>
internal static class SecondMasking
{
    /// <summary>
    /// The text with these spans replaced by placeholders, and the analysis without words that quote them. A span that touches a placeholder
    /// is left: the analyser took our own mark for data.
    /// </summary>
    public static (MaskedText Masked, TextAnalysis Analysis) Mask(MaskedText masked, TextAnalysis analysis, Placeholders placeholders)
    {
        // Masking has read the text before, so the numbers of the placeholders in it are taken.
        var (source, written, last) = (masked.Text, new StringBuilder(masked.Text.Length), 0);
        var kinds = new SortedSet<string>(masked.Kinds, StringComparer.Ordinal);
        var secrets = new List<string>();
        foreach (var span in analysis.LeftPersonalData.OrderBy(span => span.Start))
        {
            var end = span.Start + span.Length;
            if (span.Start < last || span.Length < 1 || end > source.Length || TouchesPlaceholder(source, span.Start, end))
            {
                continue;
            }

            var secret = source[span.Start..end];
            written.Append(source, last, span.Start - last).Append(placeholders.For(span.Kind, secret));
            last = end;
            kinds.Add(span.Kind);
            secrets.Add(secret);
            SecondOpinionTelemetry.Found(span.Kind);
        }

        return secrets.Count == 0
            ? (masked, analysis)
            : (
                new(written.Append(source, last, source.Length - last).ToString(), [.. kinds]),
                analysis with { Evidence = [.. analysis.Evidence.Where(evidence => !secrets.Exists(secret => Quotes(evidence, secret)))] });
    }

    /// <summary>Whether they share a word: a surname alone is personal data too.</summary>
    private static bool Quotes(TextEvidence evidence, string secret) => WordsOf(evidence.Text).Overlaps(WordsOf(secret));

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var (start, end) = (0, 0); start < text.Length; start = end + 1)
        {
            for (end = start; end < text.Length && char.IsLetterOrDigit(text[end]); end++)
            {
            }

            if (end > start)
            {
                words.Add(text[start..end]);
            }
        }

        return words;
    }

    /// <summary>Whether a span holds a bracket of a placeholder, or lies between its brackets.</summary>
    private static bool TouchesPlaceholder(string text, int start, int end)
    {
        var inside = text.AsSpan(start, end - start);
        var opened = text.AsSpan(0, start).LastIndexOf('[');
        return inside.ContainsAny('[', ']') || (opened >= 0 && text.AsSpan(opened, start - opened).IndexOf(']') < 0 && text.IndexOf(']', end) >= 0);
    }
}
