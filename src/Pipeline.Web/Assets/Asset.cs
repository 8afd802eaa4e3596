using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Web.Assets;

/// <summary>A file that is part of the program.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="ETag">Names this content: the same for the same bytes, whichever instance answers.</param>
internal sealed record Asset(ReadOnlyMemory<byte> Bytes, string MediaType, EntityTagHeaderValue ETag)
{
    /// <summary>An asset of these bytes.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="name">The file's name, whose extension tells the media type.</param>
    public static Asset Of(byte[] bytes, string name)
    {
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
        return new Asset(bytes, MediaTypeOf(name), new EntityTagHeaderValue($"\"{tag}\""));
    }

    /// <summary>A file embedded in this assembly.</summary>
    public static Asset Embedded(string name) => Of(Read(name), name);

    /// <summary>The bytes of a file embedded in this assembly.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this assembly: see Pipeline.Web.csproj.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json; charset=utf-8",
        var other => throw new ArgumentException($"The media type of {other} files is not known here.", nameof(name)),
    };
}
