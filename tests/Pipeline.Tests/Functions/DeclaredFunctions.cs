using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Pipeline.Functions;

namespace Pipeline.Tests.Functions;

/// <summary>A function of the app: its name, its method, its trigger.</summary>
internal sealed record DeclaredFunction<TTrigger>(string Name, MethodInfo Method, TTrigger Trigger)
    where TTrigger : TriggerBindingAttribute;

/// <summary>The functions of the app, found as the Functions runtime finds them: by their attributes.</summary>
internal static class DeclaredFunctions
{
    public static IReadOnlyList<DeclaredFunction<TTrigger>> With<TTrigger>()
        where TTrigger : TriggerBindingAttribute =>
    [
        .. from method in All()
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<TTrigger>()
           where trigger is not null
           select new DeclaredFunction<TTrigger>(method.GetCustomAttribute<FunctionAttribute>()!.Name, method, trigger),
    ];

    public static IReadOnlyList<MethodInfo> All() =>
    [
        .. typeof(StageFunctions).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];
}
