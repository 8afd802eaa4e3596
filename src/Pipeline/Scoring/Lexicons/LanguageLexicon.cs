using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Lexicons;

/// <summary>Everything that is known of one language, ready to be matched. Immutable once built.</summary>
internal sealed class LanguageLexicon
{
    /// <summary>The language, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>All phrases.</summary>
    public required PhraseTrie Phrases { get; init; }

    /// <summary>
    /// What each phrase is: a <see cref="FeelingGroup"/>, <see cref="IntentGroup"/>, <see cref="SignalGroup"/> or <see
    /// cref="SignalException"/>.
    /// </summary>
    public required IReadOnlyList<object> Entries { get; init; }

    /// <summary>The usual spelling of a word of chats: sets of symbols by the index of its own.</summary>
    public required IReadOnlyDictionary<int, int[]> Spellings { get; init; }

    /// <summary>Words that turn what follows into its opposite.</summary>
    public required int Negator { get; init; }

    /// <summary>Words that make what follows stronger.</summary>
    public required int Intensifier { get; init; }

    /// <summary>Words that make it weaker.</summary>
    public required int Softener { get; init; }

    /// <summary>Words that set what follows against what came before.</summary>
    public required int Contrast { get; init; }

    /// <summary>The words with the spellings of chats put right.</summary>
    public List<Word> Respell(List<Word> words) => ChatSpelling.Apply(words, Spellings);
}

/// <summary>A phrase that takes a sign back.</summary>
/// <param name="Signal">The sign.</param>
internal sealed record SignalException(string Signal);
