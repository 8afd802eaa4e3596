namespace Pipeline.Suggestions.Drafting;

/// <summary>How a language model drafts replies, from the configuration section <c>Drafting</c>. Off unless an endpoint is set.</summary>
public sealed class DraftingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Drafting";

    /// <summary>Where the OpenAI-compatible API answers, such as <c>https://api.openai.com/v1</c>; null for no drafts. Http only on the own machine.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model or deployment.</summary>
    public string? Model { get; set; }

    /// <summary>The key; null for a server that asks for none. Belongs in the environment or in Key Vault.</summary>
    public string? Key { get; set; }

    /// <summary>Whether the server takes a JSON schema for the answer. False asks for JSON only, for small local servers.</summary>
    public bool StructuredOutput { get; set; } = true;

    /// <summary>How long one draft may take, up to 20 seconds.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The most tokens of an answer, 50 to 2,000.</summary>
    public int MaxTokens { get; set; } = 400;

    /// <summary>The most drafts of one process in an hour, 1 or more: what a mistake can cost.</summary>
    public int DraftsPerHour { get; set; } = 500;

    /// <summary>How long a conversation must have been quiet before a draft is asked for: a burst of messages makes one, not one each.</summary>
    public TimeSpan Quiet { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The brands that get drafts; none means all.</summary>
    public IList<string> Brands { get; } = [];

    /// <summary>Whether drafts are made at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>Whether they are made for a brand.</summary>
    public bool IsOnFor(string brand) => IsOn && (Brands.Count == 0 || Brands.Contains(brand, StringComparer.OrdinalIgnoreCase));
}
