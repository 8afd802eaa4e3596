namespace Pipeline.Capture.Reading;

/// <summary>
/// What one message may hold. Together they keep the message under the 256 KiB of the bus whatever its characters are (a character takes
/// up to six bytes in our JSON), with room for what later stages add to it.
/// </summary>
public static class CaptureLimits
{
    /// <summary>Characters of a text. WhatsApp allows 4,096, Slack 40,000 with 4,000 advised.</summary>
    public const int Text = 20_000;

    /// <summary>Characters of an id.</summary>
    public const int Id = 256;

    /// <summary>Files of one message.</summary>
    public const int Attachments = 20;

    /// <summary>Characters of a file's name, as file systems allow.</summary>
    public const int FileName = 255;

    /// <summary>Characters of a media type (RFC 6838: two names of at most 127).</summary>
    public const int MediaType = 255;

    /// <summary>Characters of a person's name; only the first name is kept.</summary>
    public const int PersonName = 256;

    /// <summary>Characters of a brand, a channel or a language.</summary>
    public const int Label = 64;

    /// <summary>Characters of a product's name.</summary>
    public const int Product = 100;

    /// <summary>Characters of a page's address; only its path is kept.</summary>
    public const int Page = 2048;

    /// <summary>How deep objects and arrays may lie in each other.</summary>
    public const int Depth = 32;

    /// <summary>Before this no chat platform sent webhooks: an earlier time is a wrong unit or a clock that was never set.</summary>
    public static DateTimeOffset Earliest { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far ahead of our clock a platform's clock may be.</summary>
    public static TimeSpan Ahead { get; } = TimeSpan.FromDays(1);
}
