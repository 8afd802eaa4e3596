namespace Pipeline.Training.Replay;

/// <summary>Finds the webhook's address.</summary>
public static class ReplayAddress
{
    /// <summary>
    /// A host alone means the generic platform's webhook there (<c>/api/webhooks/generic/{account}</c>); an address with a path is taken
    /// as it is.
    /// </summary>
    /// <returns>The address; null when it is not an absolute http or https address.</returns>
    public static Uri? Of(string to, string account)
    {
        if (!Uri.TryCreate(to, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        return uri.AbsolutePath == "/" ? new Uri(uri, $"/api/webhooks/generic/{Uri.EscapeDataString(account)}") : uri;
    }
}
