namespace Pipeline.Protection;

/// <summary>Settings of data protection, from the section <c>Protection</c>. Times of keeping are in days.</summary>
public sealed class ProtectionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Protection";

    /// <summary>The longest time that can be set, in days: a hundred years.</summary>
    public const int MostDays = 36_525;

    /// <summary>
    /// The key of the hashes by which erased people and conversations are still known, so that nothing of them comes back. Without one a hash can be
    /// guessed back from an id. Keep it secret, and never change it.
    /// </summary>
    public string? HashKey { get; set; }

    /// <summary>
    /// How long after an erasure began its end may come at the earliest. What was in hand then is over: longer than a message is locked (a minute)
    /// and than an instance takes to learn of an erasure (<see cref="RefreshAfter"/>).
    /// </summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How old what an instance knows of erasures may be.</summary>
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For how many days what was sent before an erasure is refused, when a platform tells it again.</summary>
    public int RefuseDays { get; set; } = 400;

    /// <summary>Whether the files of an embedded storage are compacted at night when something was erased since the last time.</summary>
    public bool CompactAtNight { get; set; } = true;

    /// <summary>How long what is kept, the first rule for a brand, or for all brands where it names none. Without rules nothing ends by itself.</summary>
    public IList<RetentionRule> Retention { get; } = [];

    /// <summary>The vault of texts before masking.</summary>
    public VaultOptions Vault { get; set; } = new();
}

/// <summary>How many days each kind is kept after the last message of a conversation; null for as long as the conversation.</summary>
public sealed class RetentionRule
{
    /// <summary>The brand; empty for every brand that has no rule of its own.</summary>
    public string Brand { get; set; } = "";

    /// <summary>Conversations whole: messages with their scores, and all that hangs on them. Null keeps them without end.</summary>
    public int? Messages { get; set; }

    /// <summary>The rows of the index by which it is found. It can be made again from the messages while they are kept.</summary>
    public int? Index { get; set; }

    /// <summary>What was found in the messages: sentiment, emotions, intent. It can be made again from the texts while they are kept.</summary>
    public int? Scores { get; set; }

    /// <summary>Suggestions, and what advisors did with them.</summary>
    public int? Suggestions { get; set; }

    /// <summary>Routing decisions with their reasons, and hand-over cards.</summary>
    public int? Decisions { get; set; }

    /// <summary>Who read and changed what, days after it was written. Only of the rule for all brands: a reading of a list has no brand.</summary>
    public int? Audit { get; set; }

    /// <summary>Texts before masking, days after they were kept. Null takes <see cref="VaultOptions.Days"/>.</summary>
    public int? Originals { get; set; }
}

/// <summary>Settings of the vault.</summary>
public sealed class VaultOptions
{
    /// <summary>The brands whose texts are kept before masking. None: there is no vault.</summary>
    public IList<string> Brands { get; } = [];

    /// <summary>The key that encrypts the vault: 32 bytes in base64. It stands in no file; without it nothing in the vault can ever be read.</summary>
    public string? Key { get; set; }

    /// <summary>How many days a text is kept where no rule says.</summary>
    public int Days { get; set; } = 30;
}
