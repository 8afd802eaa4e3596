using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Replies;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Suggestions;

/// <summary>How replies are suggested, from the configuration section <c>Suggestions</c>.</summary>
public sealed class SuggestionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Suggestions";

    /// <summary>The most suggestions for one message, 0 to 3; 0 suggests nothing at all.</summary>
    public int MaxSuggestions { get; set; } = 3;

    /// <summary>The score, 0 to 1, under which a phrase is not offered. Scores are calibrated: of phrases with 0.1 one in ten would do.</summary>
    public double MinimumScore { get; set; } = 0.1;

    /// <summary>When suggestions are shown, and to whom.</summary>
    public SpeakingOptions Speaking { get; set; } = new();

    /// <summary>How accepted replies are kept.</summary>
    public ReplyOptions Replies { get; set; } = new();

    /// <summary>
    /// By brand, what fills <c>{link:name}</c>: absolute https addresses by name. A brand without the link is not offered the phrase.
    /// </summary>
    public IDictionary<string, Dictionary<string, string>> Links { get; } =
        new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>By channel, how one writes there. Those that are built in can be changed, and others added.</summary>
    public IDictionary<string, ChannelProfile> Channels { get; } = ChannelProfile.BuiltIn();

    /// <summary>By brand, how it speaks.</summary>
    public IDictionary<string, BrandVoice> Brands { get; } = new Dictionary<string, BrandVoice>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Which numbers and links replies may hold, and where.</summary>
    public ContactOptions Contacts { get; set; } = new();

    /// <summary>By brand and intent (* for any other), what an advisor may offer without asking anybody.</summary>
    public IDictionary<string, Dictionary<string, GestureLimit>> Gestures { get; } =
        new Dictionary<string, Dictionary<string, GestureLimit>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>By brand, the name as customers read it. Without one it is the brand's key with a capital.</summary>
    public IDictionary<string, string> BrandNames { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
