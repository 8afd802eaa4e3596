namespace Pipeline.Web.Answers;

/// <summary>The data of a live event: something of a conversation changed; the watcher reads it again.</summary>
/// <param name="Key">The conversation's key.</param>
public sealed record ChangeNotice(string Key);
