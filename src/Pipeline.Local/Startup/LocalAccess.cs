using Pipeline.Web.Access;

namespace Pipeline.Local.Startup;

/// <summary>Access to this host: by keys, or without any by this machine alone.</summary>
public static class LocalAccess
{
    /// <summary>The settings of the environment, for what must be known before the host is put together.</summary>
    public static IConfiguration Environment() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>Whether access keys are configured.</summary>
    public static bool HasKeys(IConfiguration configuration) =>
        configuration.GetSection(AccessOptions.Section).GetSection(nameof(AccessOptions.Keys)).GetChildren().Any();

    /// <summary>
    /// Checks the settings. Without keys everybody on this machine may do everything, and requests are served for this machine's names
    /// only: a web page elsewhere whose name is made to resolve to this machine could otherwise read conversations through the visitor's
    /// browser (DNS rebinding). With keys such a page has none.
    /// </summary>
    public static IServiceCollection AddLocalAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>()
            .Validate(
                options => options.Source == AccessSource.Keys,
                "Access__Source is AzurePlatform, whose sign-in this host does not have: anybody could claim any role. Use Keys.");
        return HasKeys(configuration)
            ? services
            : services
                .AddSingleton<OpenAccess>()
                .AddHostFiltering(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
    }
}
