using Microsoft.Azure.Functions.Worker;
using Pipeline.Tests.Functions;
using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>What is kept warm exists, and what users sign in to is switched on where the code wants it.</summary>
internal static class AppCheck
{
    private const string OfFunction = "function:";

    public static IEnumerable<string> Find(ModuleRun run)
    {
        var site = run.Resources.Single(resource => resource.Type == "Microsoft.Web/sites");
        var functions = DeclaredFunctions.All()
            .Select(method => $"{OfFunction}{((FunctionAttribute)method.GetCustomAttributes(typeof(FunctionAttribute), false)[0]).Name}")
            .ToList();
        var warm = (List<object?>)site.Properties.Inner("functionAppConfig").Inner("scaleAndConcurrency")["alwaysReady"]!;
        foreach (var name in warm.Cast<BicepObject>().Select(entry => (string)entry["name"]!))
        {
            // HTTP functions scale as one group, and all others each alone; timers are warm with nobody.
            if (name != "http" && !functions.Contains(name))
            {
                yield return $"{name} is kept warm, and there is no such function.";
            }
        }

        if (Equals(SettingsCheck.Of(run).GetValueOrDefault("Access__Source"), "AzurePlatform")
            && run.Resources.All(resource => resource.Name != "authsettingsV2"))
        {
            yield return "Access__Source is AzurePlatform, and built-in authentication is off: give signInClientId.";
        }
    }
}
