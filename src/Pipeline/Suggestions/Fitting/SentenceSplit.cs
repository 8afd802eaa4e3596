namespace Pipeline.Suggestions.Fitting;

/// <summary>Cuts a reply into sentences that can be left out one by one.</summary>
internal static class SentenceSplit
{
    /// <summary>The sentences, each with its mark, without the blanks between. A colon or a semicolon ends none.</summary>
    public static List<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] is not ('.' or '!' or '?' or '…' or '\n'))
            {
                continue;
            }

            var rest = text.AsSpan(position + 1);
            var isEnd = text[position] == '\n' || rest.IsEmpty
                || (char.IsWhiteSpace(rest[0]) && !(rest.TrimStart() is [var next, ..] && next is '»' or '"' or ')' or '!' or '?'));
            if (isEnd)
            {
                Add(text[start..(position + 1)]);
                start = position + 1;
            }
        }

        Add(text[start..]);
        return sentences;

        void Add(string sentence)
        {
            if (sentence.Trim() is { Length: > 0 } trimmed)
            {
                sentences.Add(trimmed);
            }
        }
    }
}
