namespace Pipeline.Capture;

/// <summary>
/// Describes a kind of platform. A platform is a folder below <c>Platforms</c> with one such description in it; it is found by being
/// there (<see cref="PlatformCatalog"/>), so that adding one changes nothing else.
/// </summary>
public interface IPlatform
{
    /// <summary>The platform's name, in lower case: in the webhook's address, the configuration and conversation keys.</summary>
    string Name { get; }

    /// <summary>The type of its <see cref="IPlatformInlet"/>.</summary>
    Type Inlet { get; }

    /// <summary>The type of its <see cref="Ports.IPlatformOutlet"/>; null where nothing can be brought back.</summary>
    Type? Outlet { get; }

    /// <summary>The type of its <see cref="Ports.IPlatformHistory"/>; null where what the platform holds cannot be read.</summary>
    Type? History { get; }

    /// <summary>The most calls a minute that its API commonly allows an account, where <see cref="PlatformAccount.CallsPerMinute"/> says nothing.</summary>
    int CallsPerMinute => 300;

    /// <summary>What is wrong with the settings of an account, beyond what is wrong at any platform.</summary>
    IEnumerable<SettingError> Check(PlatformAccount account);
}

/// <summary>A setting of an account that cannot work.</summary>
/// <param name="Setting">The setting below the account, such as <c>Secrets:0</c>.</param>
/// <param name="Message">What it must be. Never its value: many settings are secrets.</param>
public sealed record SettingError(string Setting, string Message);
