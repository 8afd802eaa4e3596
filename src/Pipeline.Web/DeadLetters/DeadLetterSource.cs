namespace Pipeline.Web.DeadLetters;

/// <summary>
/// The queues and subscriptions that have dead letters. A subscription's name has a slash, which a path cannot carry: there, and wherever
/// else it is convenient, <c>~</c> stands for it (<c>conversations~store</c>).
/// </summary>
internal static class DeadLetterSource
{
    /// <summary>All of them, as the bus names them.</summary>
    public static IReadOnlyList<string> All { get; } = ConversationFlow.Topology.Sources;

    /// <summary>What a source must be, as the end of "… must be".</summary>
    public static string Expected { get; } = $"one of {string.Join(", ", All)}";

    /// <summary>The source with this name; null when there is none.</summary>
    public static string? Find(string? name) => All.FirstOrDefault(source => source == name?.Replace('~', '/'));
}
