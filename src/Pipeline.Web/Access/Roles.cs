namespace Pipeline.Web.Access;

/// <summary>Who may call an endpoint.</summary>
[Flags]
public enum Roles
{
    /// <summary>Anybody: nothing there is about people.</summary>
    Anyone = 0,

    /// <summary>Advisors, who read conversations.</summary>
    Advisor = 1,

    /// <summary>Quality teams, who also search transcripts.</summary>
    Quality = 2,

    /// <summary>Administrators, who may do everything.</summary>
    Administrator = 4,

    /// <summary>Chat platforms: they prove themselves by the webhook's signature and have no key.</summary>
    Platform = 8,

    /// <summary>Whoever works with conversations.</summary>
    Readers = Advisor | Quality | Administrator,
}
