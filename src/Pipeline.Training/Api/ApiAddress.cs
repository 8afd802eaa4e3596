namespace Pipeline.Training.Api;

/// <summary>Finds the folder of the API.</summary>
public static class ApiAddress
{
    /// <summary>A host alone means the folder <c>/api/</c> there; an address with a path is taken as it is.</summary>
    /// <returns>The folder, with a slash at its end; null when it is not an absolute http or https address.</returns>
    public static Uri? Of(string to)
    {
        if (!Uri.TryCreate(to, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Query.Length > 0)
        {
            return null;
        }

        return new Uri(uri, uri.AbsolutePath == "/" ? "/api/" : uri.AbsolutePath.TrimEnd('/') + "/");
    }
}
