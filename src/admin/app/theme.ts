import { theme as antTheme, type ThemeConfig } from 'antd';
import type { Density } from './appearance.js';

// The colours are those of tokens.css; antd's own greys fall short of WCAG AA.
const light = {
  colorPrimary: '#17658a', colorPrimaryHover: '#125372', colorPrimaryActive: '#0e435d', colorPrimaryBg: '#e4f0f5', colorPrimaryBgHover: '#d3e6ee', colorPrimaryBorder: '#8fc0d4', colorPrimaryText: '#17658a',
  colorLink: '#17658a', colorLinkHover: '#125372', colorLinkActive: '#0e435d', colorInfo: '#17658a', colorInfoText: '#17658a',
  colorSuccess: '#1b7443', colorSuccessText: '#1b7443', colorWarning: '#b06f00', colorWarningText: '#855400', colorError: '#b3261b', colorErrorText: '#b3261b', colorErrorHover: '#961d13',
  colorText: '#1c2228', colorTextSecondary: '#525c66', colorTextTertiary: '#646e78', colorTextQuaternary: '#6b7580', colorTextPlaceholder: '#67717b', colorTextDisabled: '#7a848e', colorTextDescription: '#525c66', colorIcon: '#525c66',
  colorBgLayout: '#f4f5f6', colorBgContainer: '#ffffff', colorBgElevated: '#ffffff', colorBorder: '#8b959f', colorBorderSecondary: '#e1e5e8', colorSplit: '#e1e5e8', colorBgSpotlight: '#262e35',
};
const dark: typeof light = {
  colorPrimary: '#74c3de', colorPrimaryHover: '#92d2e8', colorPrimaryActive: '#5bafcb', colorPrimaryBg: '#17323e', colorPrimaryBgHover: '#1d3d4b', colorPrimaryBorder: '#2f6a80', colorPrimaryText: '#74c3de',
  colorLink: '#74c3de', colorLinkHover: '#92d2e8', colorLinkActive: '#5bafcb', colorInfo: '#74c3de', colorInfoText: '#74c3de',
  colorSuccess: '#6fce97', colorSuccessText: '#6fce97', colorWarning: '#e9b95c', colorWarningText: '#e9b95c', colorError: '#f58b80', colorErrorText: '#f58b80', colorErrorHover: '#f8a79f',
  colorText: '#e7eaed', colorTextSecondary: '#b0b9c2', colorTextTertiary: '#98a2ac', colorTextQuaternary: '#929ca6', colorTextPlaceholder: '#929ca6', colorTextDisabled: '#7c8690', colorTextDescription: '#b0b9c2', colorIcon: '#b0b9c2',
  colorBgLayout: '#12161a', colorBgContainer: '#1a1f24', colorBgElevated: '#222930', colorBorder: '#75808b', colorBorderSecondary: '#2d353d', colorSplit: '#2d353d', colorBgSpotlight: '#dfe4e8',
};

/** Ant Design in the product's colours and measures. On dark, text on a filled button is dark: the fill is light. */
export function themeFor(isDark: boolean, density: Density, isStill: boolean): ThemeConfig {
  const colours = isDark ? { ...dark, colorTextLightSolid: '#0d1a20' } : light;
  return {
    cssVar: { key: 'yici' },
    hashed: false,
    algorithm: [isDark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm, ...(density === 'compact' ? [antTheme.compactAlgorithm] : []), (_seed, map) => ({ ...map!, ...colours })],
    token: {
      fontFamily: 'var(--font)', fontFamilyCode: 'var(--mono)', fontSize: density === 'compact' ? 13 : 14, borderRadius: 6, borderRadiusLG: 8, wireframe: false, motion: !isStill,
      // A button that is busy says so by its sign; paler, its words could not be read.
      ...colours, opacityLoading: 1, controlOutlineWidth: 2, controlOutline: isDark ? '#2f6a80' : '#8fc0d4',
    },
    components: {
      Tag: { defaultBg: isDark ? '#262e35' : '#eef0f2', defaultColor: colours.colorTextSecondary },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSizeSM: 13, defaultBorderColor: isDark ? '#46515b' : '#c6cdd4' },
      Tabs: { horizontalItemPadding: '10px 0', horizontalMargin: '0' },
      Form: { itemMarginBottom: 18, labelColor: colours.colorTextSecondary },
    },
  };
}
