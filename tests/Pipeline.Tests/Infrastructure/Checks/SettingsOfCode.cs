using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Pipeline.AzureServices;
using Pipeline.Functions;
using Pipeline.Web;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>A setting that the code reads, as an environment variable; <c>*</c> stands for a number or a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="HasDefault">Whether the code does without.</param>
internal sealed record SettingOfCode(string Name, bool HasDefault);

/// <summary>
/// The settings that the code reads: those of all options classes (a class with a constant Section), and those that the app was seen to read
/// while its services were registered.
/// </summary>
internal static class SettingsOfCode
{
    private const string Separator = "__";
    private const string Any = "*";

    private static readonly Assembly[] Assemblies =
        [typeof(ConversationFlow).Assembly, typeof(RouteTable).Assembly, typeof(AzureConnection).Assembly, typeof(StageFunctions).Assembly];

    public static IReadOnlyList<SettingOfCode> All { get; } = [.. OfOptions(), .. ReadDirectly()];

    /// <summary>Whether a setting is one that a pattern stands for.</summary>
    public static bool Matches(string pattern, string setting)
    {
        var (wanted, parts) = (pattern.Split(Separator), setting.Split(Separator));
        return wanted.Length == parts.Length && wanted.Zip(parts).All(pair => pair.First == Any ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    private static IEnumerable<SettingOfCode> OfOptions() =>
        from type in Assemblies.SelectMany(assembly => assembly.GetTypes())
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where section is { IsLiteral: true }
        from setting in OfType((string)section.GetRawConstantValue()!, type)
        select setting;

    private static IEnumerable<SettingOfCode> OfType(string prefix, Type type)
    {
        var defaults = Activator.CreateInstance(type)!;
        return type.GetProperties().SelectMany(property => OfProperty(
            prefix + Separator + property.Name, property.PropertyType, property.GetValue(defaults) is not (null or "" or IEnumerable and not string)));
    }

    private static IEnumerable<SettingOfCode> OfProperty(string name, Type type, bool hasDefault)
    {
        if (Element(type) is { } element)
        {
            return OfProperty(name + Separator + Any, element, hasDefault: false);
        }

        var isScalar = type.IsPrimitive || type.IsEnum || type.Namespace == "System";
        return isScalar ? [new SettingOfCode(name, hasDefault)] : OfType(name, type);
    }

    /// <summary>What a list or a dictionary holds; null of anything else.</summary>
    private static Type? Element(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(candidate =>
            candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IDictionary<,>))?.GetGenericArguments()[1]
            ?? type.GetInterfaces().Append(type).FirstOrDefault(candidate =>
                candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static IEnumerable<SettingOfCode> ReadDirectly()
    {
        HashSet<string> read = [];
        foreach (var values in (Dictionary<string, string?>[])
        [
            [],
            new() { ["ServiceBus:fullyQualifiedNamespace"] = "bus.servicebus.windows.net" },
            new()
            {
                ["ServiceBus:fullyQualifiedNamespace"] = "bus.servicebus.windows.net",
                ["Tables:serviceUri"] = "https://account.table.core.windows.net/",
                ["Access:Source"] = nameof(AccessSource.AzurePlatform),
            },
        ])
        {
            var configuration = new Recording(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), read);
            _ = Record.Exception(() =>
            {
                using var services = new ServiceCollection().AddLogging().AddFunctionsApp(configuration).BuildServiceProvider();
                _ = services.GetRequiredService<IOptions<AccessOptions>>().Value;
            });
        }

        return read.Select(key => new SettingOfCode(key.Replace(":", Separator, StringComparison.Ordinal), HasDefault: false));
    }

    /// <summary>Writes down which single values are read. Sections are bound to options, which are looked at themselves.</summary>
    private sealed class Recording(IConfiguration inner, HashSet<string> read) : IConfiguration
    {
        public string? this[string key]
        {
            get
            {
                read.Add(key);
                return inner[key];
            }
            set => inner[key] = value;
        }

        public IConfigurationSection GetSection(string key) => inner.GetSection(key);

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

        public IChangeToken GetReloadToken() => inner.GetReloadToken();
    }
}
