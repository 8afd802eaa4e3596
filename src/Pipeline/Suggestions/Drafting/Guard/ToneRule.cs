using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>No rudeness, no talking down, no pressing to buy, no talk of instructions: unless the source has the same words.</summary>
internal static class ToneRule
{
    public static RefusalReason? Of(ReadSentence sentence)
    {
        foreach (var (reason, words) in sentence.Vocabulary.Tones)
        {
            foreach (var (position, length, _) in words.AllIn(sentence.Said.Lexemes))
            {
                if (!InSource(sentence, position, length) && !IsCourtesy(sentence, position))
                {
                    return reason;
                }
            }
        }

        return null;
    }

    private static bool InSource(ReadSentence sentence, int position, int length) => sentence is { Source: not null, IsCustomers: false }
        && ((length == 1 && sentence.Source.Stems.Contains(WordStem.Of(sentence.Said.Lexemes[position].Text, sentence.Vocabulary.Language))) || Enumerable.Range(0, Math.Max(0, sentence.Source.Lexemes.Count - length + 1)).Any(start =>
            Enumerable.Range(0, length).All(place => sentence.Source.Lexemes[start + place].Text == sentence.Said.Lexemes[position + place].Text)));

    private static bool IsCourtesy(ReadSentence sentence, int position) =>
        Enumerable.Range(Math.Max(0, position - 4), Math.Min(5, position + 1)).Any(start =>
            sentence.Vocabulary.CourtesyTimes.At(sentence.Said.Lexemes, start).Length > position - start);
}
