namespace Pipeline.Web.Access;

/// <summary>Settings of access, in the section <see cref="Section"/> (in the environment <c>Access__Source</c> and so on).</summary>
public sealed class AccessOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Access";

    /// <summary>Where the caller's role comes from.</summary>
    public AccessSource Source { get; set; }

    /// <summary>The keys that are taken, as <c>Access__Keys__0__Name</c> and so on. Two with one name let a key be replaced without a gap.</summary>
    public IList<AccessKeyOptions> Keys { get; } = [];

    /// <summary>How many requests a second a caller may make in the long run: a person with the live page makes a few.</summary>
    public double RequestsPerSecond { get; set; } = 20;

    /// <summary>How many requests a caller may make at once after a pause.</summary>
    public int Burst { get; set; } = 100;
}

/// <summary>A key that is taken. The key itself is nowhere: only who holds it knows it.</summary>
public sealed class AccessKeyOptions
{
    /// <summary>Who holds it, for the audit: letters, digits and <c>. _ @ -</c>, at most 64.</summary>
    public string Name { get; set; } = "";

    /// <summary>advisor, quality or administrator.</summary>
    public string Role { get; set; } = "";

    /// <summary>The SHA-256 of the key: 64 hexadecimal digits.</summary>
    public string Hash { get; set; } = "";

    /// <summary>For an advisor: the skills whose conversations may be read, with commas between; empty for all.</summary>
    public string Skills { get; set; } = "";
}

/// <summary>Where a caller's role comes from.</summary>
public enum AccessSource
{
    /// <summary>From a key in the header Authorization or X-Api-Key.</summary>
    Keys,

    /// <summary>From the header that Azure's built-in authentication adds. It must be switched on: it alone keeps callers from adding it.</summary>
    AzurePlatform,
}
