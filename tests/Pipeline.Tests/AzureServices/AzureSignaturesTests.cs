using System.Reflection;
using Azure.AI.TextAnalytics;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Hosting;
using Pipeline.AzureServices;
using Pipeline.Functions;
using Pipeline.Tests.Functions;

namespace Pipeline.Tests.AzureServices;

/// <summary>The declarations that stand in for the official packages: no more of them than the code uses.</summary>
public sealed class AzureSignaturesTests
{
    private static readonly Assembly Declarations = typeof(ServiceBusClient).Assembly;

    [Fact]
    public void Nothing_is_declared_that_the_adapters_and_the_functions_do_not_use()
    {
        SkipWithOfficialPackages();
        var used = UsedMembers.Of(typeof(AzurePorts).Assembly, Declarations)
            .Concat(UsedMembers.Of(typeof(StageFunctions).Assembly, Declarations))
            .Concat(NamedInAttributes())
            .ToHashSet(StringComparer.Ordinal);
        var unused = Declarations.GetExportedTypes()
            .Where(type => !IsModelFactory(type))
            .SelectMany(type => Unused(type, used));
        Assert.Equal("", string.Join('\n', unused));
    }

    [Fact]
    public void What_would_talk_to_Azure_says_how_to_get_the_real_thing()
    {
        SkipWithOfficialPackages();
        var refused = Assert.Throws<PlatformNotSupportedException>(() => new ServiceBusClient("Endpoint=sb://localhost;", new ServiceBusClientOptions()));
        Assert.Contains("-p:AzurePackages=true", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_namespaces_of_the_official_packages_are_declared()
    {
        SkipWithOfficialPackages();
        Assert.All(Declarations.GetExportedTypes().Select(type => type.Namespace!).Distinct(), name => Assert.True(
            name.StartsWith("Azure.AI.TextAnalytics", StringComparison.Ordinal)
            || name.StartsWith("Azure.Data.Tables", StringComparison.Ordinal)
            || name.StartsWith("Azure.Messaging.ServiceBus", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal)
            || name == typeof(MiddlewareWorkerApplicationBuilderExtensions).Namespace));
    }

    private static void SkipWithOfficialPackages() => Assert.SkipWhen(
        Declarations.GetName().Name != "Azure.Signatures", "This build uses the official packages, and not their declarations.");

    /// <summary>The official way for a test to make what only the service makes. What no test makes is not declared either.</summary>
    private static bool IsModelFactory(Type type) => type == typeof(ServiceBusModelFactory) || type == typeof(TextAnalyticsModelFactory);

    [Fact]
    public void Nothing_of_the_model_factories_is_declared_that_no_test_uses()
    {
        SkipWithOfficialPackages();
        var used = UsedMembers.Of(typeof(AzureSignaturesTests).Assembly, Declarations);
        var unused = Declarations.GetExportedTypes().Where(IsModelFactory)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(Name).Where(name => !used.Contains(name));
        Assert.Equal("", string.Join('\n', unused));
    }

    /// <summary>What a type declares and nobody uses: the type itself, its methods and property accessors, its constructors.</summary>
    private static IEnumerable<string> Unused(Type type, HashSet<string> used)
    {
        const BindingFlags OwnPublic = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = type.GetMethods(OwnPublic).Where(method => !IsOfItsShape(type, method)).Cast<MethodBase>()
            .Concat(type.GetConstructors(OwnPublic).Where(constructor => !IsOfItsShape(type, constructor)))
            .Select(Name);
        return (IsNamedByAnother(type) ? members : members.Append(type.FullName!)).Where(name => !used.Contains(name));
    }

    /// <summary>Base types, and types that only stand in the signature of another declaration.</summary>
    private static bool IsNamedByAnother(Type type) =>
        Declarations.GetExportedTypes().Any(other => other.BaseType == type || other.GetMethods().SelectMany(Signature)
            .Concat(other.GetConstructors().SelectMany(each => each.GetParameters()).Select(parameter => parameter.ParameterType))
            .Contains(type));

    /// <summary>Members of an interface or a delegate, overrides of Object, and getters of what a constructor or a setter was given.</summary>
    private static bool IsOfItsShape(Type type, MethodInfo method) =>
        type.IsInterface
        || type.IsAssignableTo(typeof(Delegate))
        || method.GetBaseDefinition().DeclaringType == typeof(object)
        || type.GetInterfaces().Any(contract => type.GetInterfaceMap(contract).TargetMethods.Contains(method))
        || (method.Name.StartsWith("get_", StringComparison.Ordinal) && IsGiven(type, method.Name[4..]));

    /// <summary>Constructors that the compiler calls, and those of exceptions, which only the service throws.</summary>
    private static bool IsOfItsShape(Type type, ConstructorInfo constructor) =>
        constructor.GetParameters().Length == 0 || type.IsAssignableTo(typeof(Exception)) || type.IsAssignableTo(typeof(Delegate));

    private static bool IsGiven(Type type, string property) =>
        type.GetProperty(property)?.SetMethod?.IsPublic == true
        || Declarations.GetExportedTypes().Where(type.IsAssignableFrom)
            .SelectMany(each => each.GetConstructors()).SelectMany(constructor => constructor.GetParameters()).Any(parameter =>
            string.Equals(parameter.Name, property, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Type> Signature(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)
            .SelectMany(type => type.IsGenericType ? type.GetGenericArguments().Append(type) : [type]);

    private static string Name(MethodBase method) =>
        $"{method.DeclaringType!.FullName}::{method.Name}/{method.GetParameters().Length}";

    /// <summary>The properties that attributes of functions set: metadata holds them by name, not as references.</summary>
    private static IEnumerable<string> NamedInAttributes() =>
        from method in DeclaredFunctions.All()
        from parameter in method.GetParameters()
        from attribute in parameter.CustomAttributes
        from argument in attribute.NamedArguments
        select $"{attribute.AttributeType.FullName}::set_{argument.MemberName}/1";
}
