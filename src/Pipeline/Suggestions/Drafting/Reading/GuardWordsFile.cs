using System.Text.Json.Serialization;

namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>The word lists of a language, as their file has them. What each list is for: <see cref="GuardWords"/>.</summary>
internal sealed record GuardWordsFile(
    string Function,
    string Neutral,
    string Courtesy,
    string Question,
    string Restating,
    IReadOnlyDictionary<string, string> Concepts,
    string Secrets,
    string Requests,
    string Rude,
    string Accomplished,
    string Acknowledging,
    string Asking,
    string Condescending,
    string HardSell,
    string Meta,
    string Negations,
    string NegativeAdjectives,
    string Synonyms,
    string Only,
    string Conditions,
    string Thresholds,
    string ThatCase,
    string Otherwise,
    string Unless,
    string Breaks,
    string Antonyms,
    string CourtesyTimes,
    IReadOnlyDictionary<string, string> RelativeTimes,
    IReadOnlyDictionary<string, string> Units,
    IReadOnlyDictionary<string, string> Currencies,
    string Rates,
    string Months,
    string Weekdays,
    string AtMost,
    string AtLeast,
    string Numbers,
    string Foreign);

/// <summary>Reads the word lists without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GuardWordsFile))]
internal sealed partial class GuardWordsJson : JsonSerializerContext;
