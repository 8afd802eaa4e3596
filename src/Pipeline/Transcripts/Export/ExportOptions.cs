namespace Pipeline.Transcripts.Export;

/// <summary>Settings of exports, from the section <c>Export</c>.</summary>
public sealed class ExportOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Export";

    /// <summary>
    /// How long one answer goes on, at most; then the client asks for the next part. Azure ends an answer after 230 seconds, and half a minute is
    /// left for a slow network. At least one row is sent in each part.
    /// </summary>
    public TimeSpan MaxPart { get; set; } = TimeSpan.FromSeconds(200);
}
