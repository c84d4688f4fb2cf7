namespace CommunityCare.Proposals;

internal static class ProposalsSetup
{
    public static IServiceCollection AddProposals(this IServiceCollection services) => services
        .AddSingleton<FormTokens>()
        .AddSingleton<Floodgate>()
        .AddScoped<Inbox>()
        .AddScoped<LookAlikes>()
        .AddScoped<Reception>()
        .AddHostedService<Forgetting>();
}
