using System.Text;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Search.Words;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>
/// The terms of a conversation: the stems of the words of its messages. Each message is read in its own language where that is known, and in the
/// conversation's; in both when neither is known. What the platform itself tells ("Nadia joined") is not searched.
/// </summary>
internal static class ConversationTerms
{
    /// <summary>
    /// The most bytes that the terms of a conversation may take, so that they fit into a row whoever wrote them: 100,000 words of a language, a book of 400
    /// pages. What comes later is not found.
    /// </summary>
    public const int MaxBytes = 350_000;

    // A position takes three bytes at most, up to the two millionth.
    private const int PositionBytes = 3;
    private const int TermBytes = 6;

    /// <summary>The terms, each with its positions.</summary>
    public static Dictionary<string, List<int>> Of(ConversationTranscript transcript)
    {
        var terms = new Dictionary<string, List<int>>(256, StringComparer.Ordinal);
        var words = new List<string>(64);
        var (index, bytes) = (0, 0);
        foreach (var message in transcript.Messages)
        {
            if (message.Kind != MessageKind.Message || message.Sender.Role == SenderRole.System || message.Text.Length == 0)
            {
                continue;
            }

            words.Clear();
            SearchWords.Read(message.Text, words);
            var side = message.Sender.Role == SenderRole.Customer ? TextSide.Customer : TextSide.Advisor;
            var (french, english) = Languages(message.Analysis?.Language, transcript.State.Language);
            foreach (var word in words)
            {
                var position = Positions.Of(index++, side);
                var first = french ? FrenchStem.Of(word) : EnglishStem.Of(word);
                bytes += Add(terms, first, position);
                if (french && english && EnglishStem.Of(word) is var second && second != first)
                {
                    bytes += Add(terms, second, position);
                }

                if (bytes > MaxBytes)
                {
                    return terms;
                }
            }

            // No phrase goes from one message into the next.
            index++;
        }

        return terms;
    }

    private static (bool French, bool English) Languages(string? message, string conversation)
    {
        var (french, english) = (message == "fr" || conversation == "fr", message == "en" || conversation == "en");
        return french || english ? (french, english) : (true, true);
    }

    // What it adds to the size, at most.
    private static int Add(Dictionary<string, List<int>> terms, string term, int position)
    {
        if (!terms.TryGetValue(term, out var positions))
        {
            terms[term] = [position];
            return PositionBytes + TermBytes + Encoding.UTF8.GetByteCount(term);
        }

        positions.Add(position);
        return PositionBytes;
    }
}
