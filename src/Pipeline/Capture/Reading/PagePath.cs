namespace Pipeline.Capture.Reading;

/// <summary>Takes from a page's address what the pipeline keeps: the path. The query may hold personal data.</summary>
internal static class PagePath
{
    private const int MaxPath = 256;

    /// <summary>The path of a page given by its path or its whole address; null when there is none.</summary>
    public static string? From(string? page)
    {
        if (string.IsNullOrWhiteSpace(page))
        {
            return null;
        }

        var path = page.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(page, UriKind.Absolute, out var address)
            ? address.AbsolutePath
            : page.Split('?', '#')[0].Trim();
        return path.Length switch
        {
            0 => null,
            > MaxPath => path[..MaxPath],
            _ => path,
        };
    }
}
