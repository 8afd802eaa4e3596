using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Scoring.PersonalData.Names;

namespace Pipeline.Scoring.Lexicons;

// The shapes of the JSON files beside this one. How phrases are written: see PhrasePattern.

/// <summary><c>words.*.json</c>: small words by which a language is known, classes of words, and spellings of chat.</summary>
/// <param name="Language">The language (fr, en), or <c>other</c>.</param>
/// <param name="Strong">Words that only this language has.</param>
/// <param name="Weak">Words that this language has more than others.</param>
/// <param name="Classes">Words by the name of their class.</param>
/// <param name="Spellings">The usual spelling by the one of chats.</param>
internal sealed record WordsFile(
    string Language,
    IReadOnlyList<string> Strong,
    IReadOnlyList<string> Weak,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Classes = null,
    IReadOnlyDictionary<string, string>? Spellings = null);

/// <summary><c>feelings.*.json</c> and <c>emoji.json</c>.</summary>
/// <param name="Language">The language; null for every language.</param>
/// <param name="Groups">Phrases that say the same.</param>
internal sealed record FeelingsFile(IReadOnlyList<FeelingGroup> Groups, string? Language = null);

/// <summary>Phrases that express one emotion in one strength.</summary>
/// <param name="Phrases">The phrases.</param>
/// <param name="Emotion">The emotion; null for phrases that only matter beside others.</param>
/// <param name="Valence">-1 to 1.</param>
/// <param name="Strength">
/// How strong the emotion is, 0 to 1; null when the valence's absolute value says it. Surprise and confusion are felt without valence.
/// </param>
/// <param name="Marks">What is special about them.</param>
/// <param name="Aggression">How much they attack a person, 0 to 1.</param>
internal sealed record FeelingGroup(
    IReadOnlyList<string> Phrases,
    Emotion? Emotion = null,
    double Valence = 0,
    double? Strength = null,
    FeelingMarks Marks = FeelingMarks.None,
    double Aggression = 0);

/// <summary>What is special about a group of phrases.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<FeelingMarks>))]
internal enum FeelingMarks
{
    None = 0,

    /// <summary>Thanks that may be mere politeness: they count for little beside a request or a complaint.</summary>
    Courtesy = 1,

    /// <summary>Praise that turns into its opposite beside a complaint: "super, encore une panne".</summary>
    Praise = 2,

    /// <summary>A verb, which French negates behind it: "j'aime pas".</summary>
    Verb = 4,

    /// <summary>A trouble told without feeling: it is neutral, and makes praise beside it sarcastic.</summary>
    Trouble = 8,

    /// <summary>A request: thanks beside it are politeness.</summary>
    Request = 16,

    /// <summary>Says already what it means: no negation turns it.</summary>
    Fixed = 32,
}

/// <summary><c>intents.*.json</c>.</summary>
internal sealed record IntentsFile(string Language, IReadOnlyList<IntentGroup> Intents);

/// <summary>Phrases that tell what a message is about.</summary>
/// <param name="Intent">One of <see cref="Intents.IntentNames"/>.</param>
/// <param name="Weight">What each of them adds.</param>
/// <param name="Phrases">The phrases.</param>
internal sealed record IntentGroup(string Intent, double Weight, IReadOnlyList<string> Phrases);

/// <summary><c>signals.*.json</c>.</summary>
internal sealed record SignalsFile(string Language, IReadOnlyList<SignalGroup> Signals);

/// <summary>Phrases that are a sign of difficulty.</summary>
/// <param name="Signal">One of <see cref="Messages.SignalNames"/>.</param>
/// <param name="Phrases">The phrases.</param>
/// <param name="Except">Phrases that take the sign back where they overlap one of the phrases.</param>
internal sealed record SignalGroup(string Signal, IReadOnlyList<string> Phrases, IReadOnlyList<string>? Except = null);

/// <summary><c>signs.*.json</c>: a small grammar of signs, with words of its own that no model reads (see SignReader).</summary>
/// <param name="Language">The language.</param>
/// <param name="Classes">Words by the name of their class.</param>
/// <param name="Sets">Phrases by the name of their set.</param>
/// <param name="Spellings">The usual spelling by the one of chats.</param>
/// <param name="Near">Words that are known with one letter wrong, too many or missing, too.</param>
/// <param name="Signs">The signs.</param>
internal sealed record SignsFile(
    string Language,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Classes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Sets,
    IReadOnlyDictionary<string, string> Spellings,
    IReadOnlyList<string> Near,
    IReadOnlyList<SignGroup> Signs);

/// <summary>Classes of words: what a chat is about, and how a wish for a person is put.</summary>
internal sealed record TopicsFile(
    string Language,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Topics,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Speech);

/// <summary>Phrases of the grammar that are a sign.</summary>
/// <param name="Signal">One of <see cref="Messages.SignalNames.OfTexts"/>.</param>
/// <param name="Phrases">The phrases.</param>
/// <param name="Except">Phrases that take the sign back where they overlap one of the phrases.</param>
/// <param name="Replaces">
/// Whether the sign is found by these phrases alone. Those of <c>signals.*.json</c> then only are what the model was trained with.
/// </param>
internal sealed record SignGroup(string Signal, IReadOnlyList<string> Phrases, IReadOnlyList<string>? Except = null, bool Replaces = false);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WordsFile))]
[JsonSerializable(typeof(TopicsFile))]
[JsonSerializable(typeof(FeelingsFile))]
[JsonSerializable(typeof(IntentsFile))]
[JsonSerializable(typeof(SignalsFile))]
[JsonSerializable(typeof(SignsFile))]
[JsonSerializable(typeof(NameFile))]
[JsonSerializable(typeof(OrdinaryFile))]
internal sealed partial class LexiconJson : JsonSerializerContext;
