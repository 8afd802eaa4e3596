namespace Pipeline.Web.Access;

/// <summary>Who asks.</summary>
/// <param name="Name">The name of the key, or the user's at the identity provider.</param>
/// <param name="Role">One role.</param>
/// <param name="Skills">The skills whose conversations an advisor reads; empty for all.</param>
public sealed record Caller(string Name, Roles Role, IReadOnlyList<string> Skills)
{
    /// <summary>Whether what the caller reads depends on skills.</summary>
    public bool HasSkills => Role == Roles.Advisor && Skills.Count > 0;

    /// <summary>Whether the caller may read a conversation that needs a skill; one that was not routed yet is open to every advisor.</summary>
    public bool MayRead(string? skill) =>
        !HasSkills || skill is null || Skills.Contains(skill, StringComparer.Ordinal);
}
