namespace Pipeline.Messages;

/// <summary>A file that came with a message. It is named, never fetched.</summary>
/// <param name="Name">The file's name, masked like text.</param>
/// <param name="MediaType">Its media type, such as <c>image/png</c>; null when the platform does not say.</param>
/// <param name="Bytes">Its size in bytes; null when the platform does not say.</param>
public sealed record Attachment(string Name, string? MediaType, long? Bytes);
