using Pipeline.Scoring.Feelings;
using Pipeline.Scoring.Language;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring;

/// <summary>What the word lists find in a text.</summary>
/// <param name="Reading">The text taken apart.</param>
/// <param name="Language">The language that the text alone tells.</param>
/// <param name="Lexicon">The word lists that were matched.</param>
/// <param name="Words">Its words, chat spellings put right.</param>
/// <param name="Matches">All phrases found.</param>
/// <param name="Feeling">What is felt.</param>
/// <param name="Signals">The signs of difficulty, ordinally ordered.</param>
internal sealed record LexiconFindings(
    Reading Reading,
    LanguageGuess Language,
    LanguageLexicon Lexicon,
    List<Word> Words,
    List<PhraseMatch> Matches,
    FeelingResult Feeling,
    IReadOnlyList<string> Signals);
