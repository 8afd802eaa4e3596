namespace Pipeline.Suggestions.Fitting;

/// <summary>How one writes on a channel, from <c>Suggestions:Channels:{channel}</c>. What is not set keeps the built-in value.</summary>
public sealed class ChannelProfile
{
    /// <summary>The most characters of a reply, its signature included. A longer one loses sentences at its end, or is not offered.</summary>
    public int MaxLength { get; set; } = 500;

    /// <summary>The same on a smartphone, where the platform tells that the customer writes on one: about six lines beside a keyboard.</summary>
    public int MobileMaxLength { get; set; } = 300;

    /// <summary>How formal a reply is.</summary>
    public Formality Formality { get; set; } = Formality.Neutral;

    /// <summary>Whether emoji stay. They never do where it is formal.</summary>
    public bool Emoji { get; set; } = true;

    /// <summary>Whether a reply is signed, as the brand's voice says.</summary>
    public bool Signature { get; set; }

    /// <summary>Whether the signature stands on a line of its own; else behind a dash.</summary>
    public bool LineBreaks { get; set; }

    /// <summary>The built-in profiles by channel. A channel that is not among them is written on as on the web.</summary>
    public static Dictionary<string, ChannelProfile> BuiltIn() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["web"] = new(),

        ["app"] = new() { MaxLength = 300 },
        ["whatsapp"] = new() { MaxLength = 400, Formality = Formality.Relaxed },
        ["messenger"] = new() { MaxLength = 400, Formality = Formality.Relaxed },

        // One message of the GSM alphabet (3GPP TS 23.038).
        ["sms"] = new() { MaxLength = 160, Emoji = false },
        ["email"] = new() { MaxLength = 2_000, Formality = Formality.Formal, Emoji = false, Signature = true, LineBreaks = true },
    };
}

/// <summary>How formal a reply is.</summary>
public enum Formality
{
    /// <summary>As it was written.</summary>
    Relaxed,

    /// <summary>No "Hey" or "Coucou", and one exclamation mark at most.</summary>
    Neutral,

    /// <summary>No "Hi" or "Salut" either, no exclamation marks, no emoji.</summary>
    Formal,
}
