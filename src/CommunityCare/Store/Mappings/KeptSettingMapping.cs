using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

internal sealed class KeptSettingMapping : IEntityTypeConfiguration<KeptSetting>
{
    public void Configure(EntityTypeBuilder<KeptSetting> builder)
    {
        builder.ToTable("Settings");
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(KeptSetting.NameLength);
        builder.Property(s => s.Value).HasMaxLength(KeptSetting.ValueLength);
    }
}
