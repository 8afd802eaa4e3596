using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Pipeline.Messages;

/// <summary>
/// Remembers which sentences a customer was told, so that none is offered twice, also when it has left the window. A memory is a text:
/// 32-bit hashes in Base64, oldest first. The newest <see cref="Most"/> are kept, more than thirty answers of three sentences, in at most 512
/// characters of the state. A sentence that was never told is taken for one of them once in 45 million times: then a suggestion is missing.
/// </summary>
public static class ToldSentences
{
    /// <summary>How many sentences a memory holds.</summary>
    public const int Most = 96;

    /// <summary>A shorter sentence ("Je vous écoute.", "Bonjour Camille") may be said again.</summary>
    public const int FewestWords = 4;

    /// <summary>The memory after one more text. A sentence that is said again counts as new.</summary>
    /// <param name="memory">The memory before; null and empty hold nothing.</param>
    /// <param name="text">The masked text.</param>
    public static string After(string? memory, string text)
    {
        List<uint> hashes = [.. Read(memory)];
        foreach (var hash in HashesOf(text))
        {
            hashes.Remove(hash);
            hashes.Add(hash);
        }

        return Write(hashes.Skip(Math.Max(0, hashes.Count - Most)));
    }

    /// <summary>Whether a sentence of the text was told. Names must be masked in it as they are in what is stored.</summary>
    public static bool Holds(string? memory, string text) =>
        !string.IsNullOrEmpty(memory) && Read(memory).ToHashSet() is var told && HashesOf(text).Any(told.Contains);

    private static IEnumerable<uint> HashesOf(string text)
    {
        foreach (var sentence in Sentences(text))
        {
            if (sentence.AsSpan().Count(' ') + 1 >= FewestWords)
            {
                yield return (uint)StableHash.Of(sentence);
            }
        }
    }

    /// <summary>
    /// The sentences, each as its words in lower case without accents, one space between. What stands in brackets (a mask) is no word, and
    /// neither is an emoji.
    /// </summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var words = new StringBuilder();
        var isGap = false;
        var lastClose = text.LastIndexOf(']');
        for (var position = 0; position < text.Length; position++)
        {
            var character = text[position];
            if (character == '[' && lastClose > position)
            {
                position = text.IndexOf(']', position);
                isGap = true;
            }
            else if (char.IsLetterOrDigit(character))
            {
                words.Append(isGap && words.Length > 0 ? " " : "").Append(Folded(character));
                isGap = false;
            }
            else if (EndsSentence(text, position))
            {
                yield return words.ToString();
                words.Clear();
                isGap = false;
            }
            else
            {
                // A combining accent belongs to the letter before it and is dropped, as accents are.
                isGap |= char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark;
            }
        }

        yield return words.ToString();
    }

    private static bool EndsSentence(string text, int position) => text[position] is '\n' || (text[position] is '.' or '!' or '?' or '…'
        && (position + 1 == text.Length || char.IsWhiteSpace(text[position + 1])));

    private static string Folded(char character) => character < '\u0080'
        ? char.ToLowerInvariant(character).ToString()
        : char.ToLowerInvariant(character).ToString().Normalize(NormalizationForm.FormD)[..1];

    private static IEnumerable<uint> Read(string? memory)
    {
        var bytes = new byte[Most * sizeof(uint)];
        return Convert.TryFromBase64String(memory ?? "", bytes, out var length)
            ? Enumerable.Range(0, length / sizeof(uint))
                .Select(place => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place * sizeof(uint))))
            : [];
    }

    private static string Write(IEnumerable<uint> hashes)
    {
        var bytes = new List<byte>(Most * sizeof(uint));
        Span<byte> four = stackalloc byte[sizeof(uint)];
        foreach (var hash in hashes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(four, hash);
            bytes.AddRange(four);
        }

        return Convert.ToBase64String([.. bytes]);
    }
}
