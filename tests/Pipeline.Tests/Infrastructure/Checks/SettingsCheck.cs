using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>Every setting that the template sets is read by somebody, and every one that the code needs is set.</summary>
internal static class SettingsCheck
{
    /// <summary>What the platform and the libraries read, and the code does not: the name, and who says so.</summary>
    private static readonly Dictionary<string, string> ReadByOthers = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage__accountName"] = "Functions runtime: Microsoft Learn, Connecting to host storage with an identity",
        ["AzureWebJobsStorage__credential"] = "the same",
        ["AzureWebJobsStorage__clientId"] = "the same",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "Functions runtime: App settings reference",
        ["OTEL_TRACES_SAMPLER"] = "Azure.Monitor.OpenTelemetry.Exporter: sampling",
        ["OTEL_TRACES_SAMPLER_ARG"] = "the same",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "OpenTelemetry: environment variables of the SDK",
        ["AZURE_CLIENT_ID"] = "Azure.Identity: EnvironmentVariables, DefaultAzureCredentialOptions.ManagedIdentityClientId",
        ["ServiceBus__credential"] = "Functions runtime: Azure Service Bus bindings, identity-based connections",
        ["ServiceBus__clientId"] = "the same",
    };

    /// <summary>What the code reads and the template does not set, and why.</summary>
    private static readonly Dictionary<string, string> NotSet = new(StringComparer.Ordinal)
    {
        ["ServiceBus"] = "an emulator's connection string: never in Azure",
        ["Tables"] = "an emulator's connection string: never in Azure",
        ["WEBSITE_AUTH_ENABLED"] = "set by the platform while built-in authentication is on",
        ["Platforms__PrivateHosts__*"] = "by the parameter settings: hosts of one's own network",
        ["Suggestions__Links__*__*"] = "by the parameter settings: the links of brands",
        ["Suggestions__BrandNames__*"] = "by the parameter settings: the names of brands",
        ["Knowledge__WorkingDays__*"] = "by the parameter settings: the days and people of the centre",
        ["Knowledge__ClosedDays__*"] = "by the parameter settings: the days and people of the centre",
        ["Knowledge__Owners__*"] = "by the parameter settings: the days and people of the centre",
        ["Indicators__Phases__*"] = "by the parameter settings: what the centre measures by",
        ["Indicators__PhoneRating"] = "by the parameter settings: what the centre measures by",
        ["Indicators__Channels__*"] = "by the parameter settings: what the centre measures by",
        ["Indicators__WorkUnits__*"] = "by the parameter settings: what the centre measures by",
        ["Protection__Retention__*__Brand"] = "by the parameter settings: what brands ask for",
        ["Protection__Retention__*__Messages"] = "by the parameter settings: what brands ask for",
        ["Protection__Retention__*__Index"] = "by the parameter settings: what brands ask for",
        ["Protection__Retention__*__Scores"] = "by the parameter settings: what brands ask for",
        ["Protection__Retention__*__Suggestions"] = "by the parameter settings: what brands ask for",
        ["Protection__Retention__*__Decisions"] = "by the parameter settings: what brands ask for",
        ["Protection__Retention__*__Audit"] = "by the parameter settings: what brands ask for",
        ["Protection__Retention__*__Originals"] = "by the parameter settings: what brands ask for",
        ["Protection__Vault__Brands__*"] = "by the parameter settings: what brands ask for",
    };

    /// <summary>What the Flex Consumption plan refuses: Microsoft Learn, "Flex Consumption plan deprecations".</summary>
    private static readonly string[] Refused =
    [
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_MAX_HTTP_CONCURRENCY",
        "FUNCTIONS_WORKER_PROCESS_COUNT", "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED", "ENABLE_ORYX_BUILD",
        "SCM_DO_BUILD_DURING_DEPLOYMENT", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTOVERVNET", "WEBSITE_CONTENTSHARE",
        "WEBSITE_DNS_SERVER", "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_SKIP_CONTENTSHARE_VALIDATION", "WEBSITE_VNET_ROUTE_ALL", "WEBSITE_TIME_ZONE", "AzureWebJobsStorage", "AzureWebJobsDashboard",
    ];

    /// <summary>The settings of the app in a deployment.</summary>
    public static BicepObject Of(ModuleRun run) => run.Resources.Single(resource => resource.Name == "appsettings").Properties;

    /// <summary>Settings that are set and that nobody reads.</summary>
    public static IEnumerable<string> Unread(ModuleRun run, IReadOnlyList<SettingOfCode> code) => Of(run).Keys.SelectMany(name =>
        Refused.Contains(name) ? [$"Flex Consumption refuses {name}."]
        : ReadByOthers.ContainsKey(name) || code.Any(setting => SettingsOfCode.Matches(setting.Name, name)) ? Array.Empty<string>()
        : [$"{name} is set, and nobody reads it."]);

    /// <summary>Settings that the code reads and that a deployment with every part in it does not set.</summary>
    public static IEnumerable<string> Unset(ModuleRun everything, IReadOnlyList<SettingOfCode> code)
    {
        var set = Of(everything).Keys;
        return code
            .Where(setting => !setting.HasDefault && !NotSet.ContainsKey(setting.Name))
            .Where(setting => !set.Any(name => SettingsOfCode.Matches(setting.Name, name)))
            .Select(setting => $"{setting.Name} is read, and never set.")
            .Concat(ReadByOthers.Keys.Except(set).Select(name => $"{name} is needed, and never set."));
    }

    /// <summary>Exceptions that no longer are any.</summary>
    public static IEnumerable<string> Stale(IReadOnlyList<SettingOfCode> code) =>
        ReadByOthers.Keys.Where(name => code.Any(setting => SettingsOfCode.Matches(setting.Name, name)))
            .Select(name => $"{name} is read by the code now; take it from the list of what others read.")
            .Concat(NotSet.Keys.Except(code.Select(setting => setting.Name)).Select(name => $"{name} is not read any more; take it from the list."));
}
