using System.Text;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>An HTTP/1.1 request as bytes, so that it can be as wrong as bytes can be: no client library would send most of these.</summary>
internal sealed class WireRequest(string method, string target)
{
    /// <summary>The method.</summary>
    public string Method { get; set; } = method;

    /// <summary>The path with its query, as it stands in the request line; its characters are sent as one byte each.</summary>
    public string Target { get; set; } = target;

    /// <summary>The headers in order; the length of the body comes on top when it is written.</summary>
    public List<(string Name, string Value)> Headers { get; } = [("Host", "127.0.0.1")];

    /// <summary>The body.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>What the request says of its body's length: less than there is, or more, is a request that breaks off.</summary>
    public long? DeclaredLength { get; set; }

    /// <summary>Whether the server may take another end of the request than was meant, so that nothing else can go over its connection.</summary>
    public bool IsLast { get; set; }

    /// <summary>Sets a header in place of those with its name.</summary>
    public WireRequest With(string name, string value)
    {
        Headers.RemoveAll(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Headers.Add((name, value));
        return this;
    }

    /// <summary>The bytes to send.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(Method).Append(' ').Append(Target).Append(" HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        var isChunked = Headers.Exists(header => header.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase));
        if (!isChunked && (Body.Length > 0 || DeclaredLength is not null || Method == "POST"))
        {
            head.Append("Content-Length: ").Append(DeclaredLength ?? Body.Length).Append("\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body];
    }
}
