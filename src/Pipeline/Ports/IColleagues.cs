namespace Pipeline.Ports;

/// <summary>Tells who works here and who is at their desk, for advisors who need another. No load and no count is among it.</summary>
public interface IColleagues
{
    /// <summary>Everybody. One query.</summary>
    Task<IReadOnlyList<Colleague>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A colleague who is available now and has the trade, the language and the brand; of several the one with the most room, then by a draw
    /// that is the same on every instance. No place is claimed: a question takes none.
    /// </summary>
    /// <param name="about">What is asked about, such as the key of a conversation: the draw goes by it.</param>
    /// <param name="skill">The trade.</param>
    /// <param name="language">fr or en; und asks for none.</param>
    /// <param name="brand">The brand.</param>
    /// <param name="except">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Colleague?> FindAvailableAsync(
        string about, string skill, string language, string brand, string? except, CancellationToken cancellationToken);
}

/// <summary>Somebody who answers customers.</summary>
/// <param name="Id">The id.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="Skills">The trades, ordered.</param>
/// <param name="Available">Whether they are at their desk now.</param>
public sealed record Colleague(string Id, string FirstName, IReadOnlyList<string> Skills, bool Available);
