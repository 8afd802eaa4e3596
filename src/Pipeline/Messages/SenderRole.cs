using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>Who wrote a message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SenderRole>))]
public enum SenderRole
{
    /// <summary>The platform did not say, and the participants are not known.</summary>
    Unknown,

    /// <summary>The customer: the only one whose sentiment and emotion are scored.</summary>
    Customer,

    /// <summary>A human advisor. Never scored for emotion.</summary>
    Advisor,

    /// <summary>A bot.</summary>
    Bot,

    /// <summary>The platform itself ("Nadia joined").</summary>
    System,
}
