using System.Text.Json.Serialization;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>Where a question stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionStatus>))]
public enum QuestionStatus
{
    /// <summary>Nobody has it.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Somebody looks for the answer.</summary>
    [JsonStringEnumMemberName("taken")]
    Taken,

    /// <summary>An answer is written and waits for a peer's approval.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>There is no answer, with the reason: shown, never hidden.</summary>
    [JsonStringEnumMemberName("notAnswerable")]
    NotAnswerable,

    /// <summary>The answer is in the library: from now on it is served from there.</summary>
    [JsonStringEnumMemberName("published")]
    Published,
}
